namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Where a proposed number comes from.</summary>
public enum ProposalOrigin
{
    /// <summary>沿用: a stock as it stood a quarter before.</summary>
    LastQuarter,

    /// <summary>Another row's number of a like quantity.</summary>
    LikeNumber,

    /// <summary>本期无新建项目: a part of zero.</summary>
    NothingBuilt,
}
