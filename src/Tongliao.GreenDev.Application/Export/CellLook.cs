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

    public Across Across { get; init; } = Across.Centre;

    public Along Along { get; init; } = Along.Centre;

    /// <summary>A text that is too wide gets smaller instead of breaking.</summary>
    public bool Shrinks { get; init; }

    /// <summary>Decimals of a number; null for a text.</summary>
    public int? Decimals { get; init; }
}

/// <summary>The fonts of official documents, by name only: the reader's machine has them or substitutes.</summary>
internal static class Typefaces
{
    public const string Title = "方正小标宋简体";
    public const string Heading = "黑体";
    public const string Body = "仿宋_GB2312";
}

/// <summary>Which sides of a cell are ruled.</summary>
[Flags]
internal enum Edges
{
    None = 0,
    Left = 1,
    Right = 2,
    Top = 4,
    Bottom = 8,
    All = Left | Right | Top | Bottom,
}

/// <summary>Where a text stands from left to right.</summary>
internal enum Across
{
    Centre,
    Left,
}

/// <summary>Where a text stands from top to bottom.</summary>
internal enum Along
{
    Centre,
    Bottom,
}
