namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>What work is to reach.</summary>
public enum LightGoal
{
    /// <summary>What is due by the quarter (应达): the light turns green.</summary>
    Expected,

    /// <summary>全年目标.</summary>
    YearTarget,
}
