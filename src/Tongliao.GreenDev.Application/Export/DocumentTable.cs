namespace Tongliao.GreenDev.Application.Export;

/// <summary>A table of an annex.</summary>
/// <param name="Headers">Repeated on each page.</param>
/// <param name="Shares">How the width is divided among the columns.</param>
/// <param name="Rows">A cell a column.</param>
internal sealed record DocumentTable(IReadOnlyList<string> Headers, IReadOnlyList<int> Shares, IReadOnlyList<IReadOnlyList<DocumentRun>> Rows)
{
    /// <summary>Whether it needs the long side of the page.</summary>
    public bool IsWide { get; init; }

    /// <summary>What to know before reading it; null for nothing.</summary>
    public string? Note { get; init; }
}
