namespace Tongliao.GreenDev.Application.Export;

/// <summary>How a sheet is named, frozen and printed on A4.</summary>
internal sealed record SheetSetup
{
    public required string Name { get; init; }

    /// <summary>Widths in digits of the default font.</summary>
    public required IReadOnlyList<double> Widths { get; init; }

    public required bool IsLandscape { get; init; }

    /// <summary>First and last of the header rows, printed on every page; what follows scrolls on the screen.</summary>
    public required (int First, int Last) HeaderRows { get; init; }

    /// <summary>Columns that stay on the screen.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>How many of the last columns serve formulas only and are not shown.</summary>
    public int HiddenColumns { get; init; }

    public int ShownColumns => Widths.Count - HiddenColumns;

    /// <summary>All on one page, not only as wide as one.</summary>
    public bool FitsOnePage { get; init; }

    public (double Width, double Height) PaperMillimetres => IsLandscape ? (297, 210) : (210, 297);

    /// <summary>Margins in millimetres.</summary>
    public required (double Left, double Right, double Top, double Bottom) Margins { get; init; }
}
