namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>How a value is made from what is typed.</summary>
public enum MeasureKind
{
    /// <summary>期末存量比率: numerator over denominator as at the quarter's end.</summary>
    StockRatio,

    /// <summary>年初至今累计比率: numerator over denominator, both summed since 1 January.</summary>
    FlowRatio,

    /// <summary>CJJ 92 漏损率: (Qs − Qa) / Qs × 100 − Rn.</summary>
    WaterLoss,

    /// <summary>累计量: an amount summed since 1 January.</summary>
    Sum,
}
