namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>What is printed around the annex table.</summary>
/// <param name="TitleLines">The title as printed, in lines.</param>
/// <param name="Headers">The column headers, without the line breaks of the print.</param>
/// <param name="Footer">The note below the table.</param>
public sealed record Annex(IReadOnlyList<string> TitleLines, IReadOnlyList<string> Headers, string Footer);
