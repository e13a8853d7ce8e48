namespace Tongliao.GreenDev.Domain.Files;

/// <summary>What a file may be that people hand in: what an office keeps its documents in, and nothing that runs.</summary>
public enum FileKind
{
    Pdf,
    Png,
    Jpeg,

    /// <summary>Excel without macros; WPS writes the same.</summary>
    Xlsx,

    /// <summary>Word without macros.</summary>
    Docx,

    /// <summary>PowerPoint without macros.</summary>
    Pptx,
}
