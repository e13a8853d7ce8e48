namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>On whose side a step is taken.</summary>
public enum ReviewTier
{
    Clerk,

    /// <summary>县级审核.</summary>
    County,

    /// <summary>市级审核: the bureau, or the indicator's lead department.</summary>
    City,
}
