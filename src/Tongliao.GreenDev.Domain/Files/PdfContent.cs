namespace Tongliao.GreenDev.Domain.Files;

/// <summary>Whether a content is a PDF: begins as one, and has its end.</summary>
internal static class PdfContent
{
    /// <summary>Some programs write a little behind the end.</summary>
    private const int EndWithin = 4096;

    public static string? FaultOf(ReadOnlySpan<byte> content) =>
        !content.StartsWith("%PDF-1."u8) && !content.StartsWith("%PDF-2."u8) ? "文件内容不是PDF，可能只是改了扩展名。请用原来的程序打开后输出为PDF再上传。"
        : content[Math.Max(0, content.Length - EndWithin)..].IndexOf("%%EOF"u8) < 0 ? "PDF不完整，可能没有下载或扫描完。请重新生成后再上传。"
        : null;
}
