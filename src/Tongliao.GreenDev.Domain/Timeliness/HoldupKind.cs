namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>What keeps a unit's report from reaching the city (未报齐的原因), the gravest first.</summary>
public enum HoldupKind
{
    /// <summary>没有填报员: nobody has an account that may type.</summary>
    NoClerk,

    /// <summary>Nobody who may type has signed in since the period was opened.</summary>
    NotSignedIn,

    /// <summary>尚未动笔: no value was ever saved.</summary>
    NothingTyped,

    /// <summary>未填.</summary>
    Empty,

    /// <summary>草稿: typed, not submitted.</summary>
    Draft,

    /// <summary>已退回, not submitted again.</summary>
    Returned,

    /// <summary>待县级审核.</summary>
    CountyReview,
}
