namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>A document (docx) that somebody hands in: what stands in its content controls, and nothing else of it.</summary>
/// <param name="Controls">The texts by tag, or by title where there is none, in their order; one tag may stand in several places.</param>
internal sealed record OfficeDocument(ILookup<string, string> Controls)
{
    public CustomProperties Properties { get; init; } = CustomProperties.None;
}
