using ClosedXML.Excel;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>How the sheets of a ledger look.</summary>
internal static class LedgerLooks
{
    public const double BodySize = 10;
    public const double RowHeight = 18;

    private const string TrialGround = "FFF9E5";

    public static CellLook Title { get; } = new() { Font = Typefaces.Title, Size = 18 };

    public static CellLook Note { get; } = new() { Size = 9, Across = XLAlignmentHorizontalValues.Left };

    public static CellLook Link { get; } = Note with { Ink = "0B57D0" };

    public static CellLook Header { get; } = new() { Font = Typefaces.Heading, Size = BodySize, Edges = Edges.All, Ground = StateLooks.HeaderGround };

    public static CellLook Centre { get; } = new() { Size = BodySize, Edges = Edges.All };

    public static CellLook Text { get; } = Centre with { Across = XLAlignmentHorizontalValues.Left };

    /// <summary>What has to stay on one line.</summary>
    public static CellLook Small { get; } = Centre with { Size = 9, Shrinks = true };

    /// <summary>Sentences.</summary>
    public static CellLook Words { get; } = Text with { Size = 9 };

    public static CellLook Number { get; } = Centre with { Across = XLAlignmentHorizontalValues.Right, Shrinks = true };

    /// <summary>Where another number may be tried.</summary>
    public static CellLook Trial { get; } = Number with { Ground = TrialGround };

    /// <summary>Where another text may be tried.</summary>
    public static CellLook TrialText { get; } = Text with { Ground = TrialGround };

    /// <summary>Made from other rows.</summary>
    public static CellLook Total { get; } = Number with { Ground = StateLooks.HeaderGround };

    /// <summary>Kept for formulas.</summary>
    public static CellLook Hidden { get; } = new() { Size = 9 };
}
