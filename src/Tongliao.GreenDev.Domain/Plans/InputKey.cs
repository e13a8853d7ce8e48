namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>The fields a value can be typed into.</summary>
public enum InputKey
{
    Numerator,
    Denominator,
    Amount,

    /// <summary>供水总量 Qs.</summary>
    Supplied,

    /// <summary>注册用户用水量 Qa.</summary>
    Billed,

    /// <summary>总修正值 Rn, percentage points.</summary>
    Correction,
}
