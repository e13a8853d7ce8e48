namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>Where a number of a bulletin comes from, and so where it is traced.</summary>
public enum BulletinTopic
{
    /// <summary>The lights of a quarter together, or how far reporting has come.</summary>
    Dashboard,

    /// <summary>One light with its numbers.</summary>
    Light,

    /// <summary>整改事项, as they stand on the day: these differ from day to day without anything being corrected.</summary>
    Rectifications,
}
