namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>A named group of reporting units.</summary>
public enum UnitSet
{
    /// <summary>市中心城区 (question Q4).</summary>
    CentralUrban,
}
