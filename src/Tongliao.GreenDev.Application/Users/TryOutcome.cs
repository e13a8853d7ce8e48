namespace Tongliao.GreenDev.Application.Users;

/// <summary>What came of counting a try.</summary>
internal enum TryOutcome
{
    /// <summary>It may be made.</summary>
    Counted,

    /// <summary>It may be made, and was the last one for a while.</summary>
    LockedNow,

    /// <summary>It must not be made.</summary>
    Refused,
}
