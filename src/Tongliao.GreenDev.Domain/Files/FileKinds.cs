namespace Tongliao.GreenDev.Domain.Files;

/// <summary>The one owner of what is said of a kind of file, and of the names by which it comes.</summary>
public static class FileKinds
{
    /// <summary>The endings that a picker of files offers.</summary>
    public const string Endings = ".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.pptx";

    /// <summary>All kinds, for people.</summary>
    public const string Words = "PDF、图片（PNG、JPG）、Excel（xlsx）、Word（docx）、PowerPoint（pptx）";

    public static string Word(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "PDF",
        FileKind.Png => "PNG图片",
        FileKind.Jpeg => "JPG图片",
        FileKind.Xlsx => "Excel（xlsx）",
        FileKind.Docx => "Word（docx）",
        FileKind.Pptx => "PowerPoint（pptx）",
    };

    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };

    public static bool IsPicture(this FileKind kind) => kind is FileKind.Png or FileKind.Jpeg;

    /// <summary>Whether a browser shows it by itself; the others are saved and opened in their program.</summary>
    public static bool IsShownByBrowsers(this FileKind kind) => kind is FileKind.Pdf or FileKind.Png or FileKind.Jpeg;

    /// <summary>The kind that a file says it is, by the ending of its name; null for any other.</summary>
    public static FileKind? OfEnding(string ending) => ending.ToUpperInvariant() switch
    {
        ".PDF" => FileKind.Pdf,
        ".PNG" => FileKind.Png,
        ".JPG" or ".JPEG" => FileKind.Jpeg,
        ".XLSX" => FileKind.Xlsx,
        ".DOCX" => FileKind.Docx,
        ".PPTX" => FileKind.Pptx,
        _ => null,
    };

    /// <summary>Chinese: what to do with a file of another ending.</summary>
    internal static string AdviceFor(string ending) => ending.ToUpperInvariant() switch
    {
        ".DOC" or ".WPS" or ".RTF" => "这种文档可能带有宏，不接收。请用Word或WPS另存为docx，或输出为PDF后再上传。",
        ".XLS" or ".ET" or ".CSV" => "这种表格不接收。请用Excel或WPS另存为xlsx，或输出为PDF后再上传。",
        ".PPT" or ".DPS" => "这种演示文稿可能带有宏，不接收。请另存为pptx，或输出为PDF后再上传。",
        ".DOCM" or ".XLSM" or ".PPTM" or ".XLSB" => "这个文件带有宏，不接收。请另存为不含宏的docx、xlsx或pptx后再上传。",
        ".HEIC" or ".HEIF" or ".WEBP" or ".BMP" or ".TIF" or ".TIFF" or ".GIF" => "这种图片不接收。请另存为JPG或PNG后再上传。",
        ".ZIP" or ".RAR" or ".7Z" => "压缩包不接收。请解压后逐个上传里面的文件。",
        _ => $"这种文件不接收。可以上传{Words}。",
    };
}
