namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>Which units make the value of those above them.</summary>
public enum CityScope
{
    AllUnits,

    /// <summary>市中心城区: the others report for reference (参考) and get no light.</summary>
    CentralUrban,
}
