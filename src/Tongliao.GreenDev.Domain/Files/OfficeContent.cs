using System.Xml;

namespace Tongliao.GreenDev.Domain.Files;

/// <summary>
/// Whether a content is an office document of the newer formats and of which kind, by the list of its parts ([Content_Types].xml), and
/// without macros or controls that run when it is opened.
/// </summary>
internal static class OfficeContent
{
    private const string PartList = "[Content_Types].xml";
    private const int LargestPartList = 1 << 20;

    /// <summary>What a document may say to unfold to; a bomb says more.</summary>
    private const long MostUnfolded = 400L << 20;

    private const string HasMacros = "文件带有宏或控件，不接收。请另存为不含宏的文件后再上传。";

    private static readonly string[] Running = ["vbaProject", "vbaData", "activeX/", "macrosheets/"];

    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static string? FaultOf(FileKind claimed, ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(OldOffice))
        {
            return "文件设了打开密码，或是旧格式改了扩展名。请取消密码，另存为docx、xlsx或pptx后再上传。";
        }

        if (ZipDirectory.Read(content) is not { } entries || PartsOf(content, entries) is not { } parts)
        {
            return $"文件内容不是{claimed.Word()}，可能只是改了扩展名，或文件已损坏。请用原来的程序打开后另存一份再上传。";
        }

        return entries.Sum(entry => entry.Unfolded) > MostUnfolded ? "文件展开后过大，不接收。请删减内容，或输出为PDF后再上传。"
            : entries.Any(entry => entry.IsEncrypted) ? "文件设了打开密码，请取消密码后再上传。"
            : Runs(entries, parts) ? HasMacros
            : parts.Contains(MainPartOf(claimed)) ? null
            : $"文件内容不是{claimed.Word()}，与扩展名不符。请用原来的程序打开后另存一份再上传。";
    }

    private static bool Runs(IReadOnlyList<ZipEntry> entries, HashSet<string> parts) =>
        parts.Any(part => part.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || part.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
        || entries.Any(entry => Array.Exists(Running, name => entry.Name.Contains(name, StringComparison.OrdinalIgnoreCase)));

    private static string MainPartOf(FileKind kind) => "application/vnd.openxmlformats-officedocument." + kind switch
    {
        FileKind.Xlsx => "spreadsheetml.sheet.main+xml",
        FileKind.Docx => "wordprocessingml.document.main+xml",
        FileKind.Pptx => "presentationml.presentation.main+xml",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The types of the document's parts; null where they cannot be read.</summary>
    private static HashSet<string>? PartsOf(ReadOnlySpan<byte> content, IReadOnlyList<ZipEntry> entries)
    {
        // Two of one name would let one program read this and another one that.
        if (entries.Where(entry => entry.Name.Equals(PartList, StringComparison.OrdinalIgnoreCase)).ToList() is not [var list]
            || ZipDirectory.Unfold(content, list, LargestPartList) is not { } xml)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            while (reader.Read())
            {
                if (reader.GetAttribute("ContentType") is { } type)
                {
                    types.Add(type.Trim());
                }
            }

            return types;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
