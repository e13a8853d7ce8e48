using System.Security.Cryptography;

namespace Tongliao.GreenDev.Domain.Files;

/// <summary>
/// A file as it was handed in, found to be what its name says by what is in it. The name alone decides nothing: it is only compared with
/// the content, so that nobody opens something else than they see.
/// </summary>
/// <param name="Name">Clean (<see cref="FileTitle"/>).</param>
/// <param name="Kind">By its content.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256 of the content.</param>
public sealed record CheckedFile(string Name, FileKind Kind, int Length, IReadOnlyList<byte> Hash)
{
    /// <summary>Looks at a file.</summary>
    /// <returns>The file, or in Chinese why it is not taken and what to do.</returns>
    public static (CheckedFile? File, string? Fault) Of(string? sentName, ReadOnlySpan<byte> content)
    {
        var name = FileTitle.Clean(sentName);
        return FaultOf(name, content) is { } fault
            ? (null, fault)
            : (new CheckedFile(name!, FileKinds.OfEnding(FileTitle.EndingOf(name!))!.Value, content.Length, SHA256.HashData(content)), null);
    }

    private static string? FaultOf(string? name, ReadOnlySpan<byte> content)
    {
        if (name is null)
        {
            return "文件没有名称，请改名后再上传。";
        }

        if (name.Length > FileTitle.Longest)
        {
            return $"文件名太长（{name.Length}个字，最多{FileTitle.Longest}个），请改短后再上传。";
        }

        var ending = FileTitle.EndingOf(name);
        return FileKinds.OfEnding(ending) is not { } claimed ? FileKinds.AdviceFor(ending)
            : content.IsEmpty ? "文件是空的（0字节），请核对后重新选择。"
            : FaultOf(claimed, content);
    }

    private static string? FaultOf(FileKind claimed, ReadOnlySpan<byte> content) => claimed switch
    {
        FileKind.Pdf => PdfContent.FaultOf(content),
        FileKind.Png => PngContent.FaultOf(content),
        FileKind.Jpeg => JpegContent.FaultOf(content),
        FileKind.Xlsx or FileKind.Docx or FileKind.Pptx => OfficeContent.FaultOf(claimed, content),
    };
}
