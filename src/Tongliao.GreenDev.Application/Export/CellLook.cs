using ClosedXML.Excel;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>How a cell looks. Equal looks share one style of the workbook.</summary>
internal sealed record CellLook
{
    public string Font { get; init; } = Typefaces.Body;

    public double Size { get; init; } = 10.5;

    public bool IsBold { get; init; }

    /// <summary>Colour of the text as RRGGBB.</summary>
    public string Ink { get; init; } = "000000";

    /// <summary>Colour of the ground as RRGGBB; null for none.</summary>
    public string? Ground { get; init; }

    public Edges Edges { get; init; } = Edges.None;

    public XLAlignmentHorizontalValues Across { get; init; } = XLAlignmentHorizontalValues.Center;

    public XLAlignmentVerticalValues Along { get; init; } = XLAlignmentVerticalValues.Center;

    /// <summary>A text that is too wide gets smaller instead of breaking.</summary>
    public bool Shrinks { get; init; }

    /// <summary>Decimals of a number; null for a text.</summary>
    public int? Decimals { get; init; }

    /// <summary>Of what tells most looks apart: every cell of a large workbook asks for it.</summary>
    public override int GetHashCode() => HashCode.Combine(Size, Ground?.Length, Edges, Across, Decimals);

    public bool Equals(CellLook? other) => ReferenceEquals(this, other) || (other is not null
        && (Font, Size, IsBold, Ink, Ground, Edges, Across) == (other.Font, other.Size, other.IsBold, other.Ink, other.Ground, other.Edges, other.Across)
        && (Along, Shrinks, Decimals) == (other.Along, other.Shrinks, other.Decimals));
}
