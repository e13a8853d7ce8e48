namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>How a line of a chart stands out.</summary>
internal enum ChartLineKind
{
    /// <summary>One among several.</summary>
    Member,

    /// <summary>What the others make up.</summary>
    Whole,

    /// <summary>What is due.</summary>
    Expected,
}
