namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Where a value stands on its way from the county to approval.</summary>
public enum ValueStatus
{
    /// <summary>未填.</summary>
    Empty,

    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待县级审核.</summary>
    CountyReview,

    /// <summary>待市级审核.</summary>
    CityReview,

    /// <summary>已退回, in the clerk's hands again.</summary>
    Returned,

    /// <summary>审核通过.</summary>
    Accepted,
}

/// <summary>The one place that names a status and says what it means for the rules.</summary>
public static class ValueStatusWords
{
    public static string Word(this ValueStatus status) => status switch
    {
        ValueStatus.Empty => "未填",
        ValueStatus.Draft => "草稿",
        ValueStatus.CountyReview => "待县级审核",
        ValueStatus.CityReview => "待市级审核",
        ValueStatus.Returned => "已退回",
        ValueStatus.Accepted => "审核通过",
    };

    /// <summary>The same in a quarter: what was approved of a locked one is 已锁定, and the rest stays where it was at the lock.</summary>
    public static string Word(this ValueStatus status, PeriodState period) => (period, status) switch
    {
        (PeriodState.Locked, ValueStatus.Accepted) => "已锁定",
        (PeriodState.Locked, _) => $"已锁定（{status.Word()}）",
        _ => status.Word(),
    };

    /// <summary>The clerk may type.</summary>
    public static bool IsWithClerk(this ValueStatus status) =>
        status is ValueStatus.Empty or ValueStatus.Draft or ValueStatus.Returned;

    /// <summary>上报: it has left the county and counts for ratings.</summary>
    public static bool HasReachedCity(this ValueStatus status) =>
        status is ValueStatus.CityReview or ValueStatus.Accepted;

    /// <summary>Which of two is further on its way; Returned stands with Draft.</summary>
    public static int Stage(this ValueStatus status) => status switch
    {
        ValueStatus.Empty or ValueStatus.Draft or ValueStatus.Returned => 0,
        ValueStatus.CountyReview => 1,
        ValueStatus.CityReview => 2,
        ValueStatus.Accepted => 3,
    };
}
