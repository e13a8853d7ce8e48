namespace Tongliao.GreenDev.Application;

/// <summary>Why an operation was refused. Expected, and told to the person in one plain Chinese sentence.</summary>
public enum RefusalKind
{
    /// <summary>Outside the caller's role.</summary>
    Forbidden,

    /// <summary>Absent, or another unit's: the two answer alike.</summary>
    NotFound,

    /// <summary>The state or version has moved on.</summary>
    Conflict,

    /// <summary>What was sent is wrong; <see cref="RefusalException.Errors"/> says where.</summary>
    Invalid,
}
