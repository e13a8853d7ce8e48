namespace Tongliao.GreenDev.Application.Export;

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
