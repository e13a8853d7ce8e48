namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Where a value stands on its way from the county to approval.</summary>
public enum SubmissionStatus
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
public static class SubmissionStatusWords
{
    public static string Word(this SubmissionStatus status) => status switch
    {
        SubmissionStatus.Empty => "未填",
        SubmissionStatus.Draft => "草稿",
        SubmissionStatus.CountyReview => "待县级审核",
        SubmissionStatus.CityReview => "待市级审核",
        SubmissionStatus.Returned => "已退回",
        SubmissionStatus.Accepted => "审核通过",
    };

    /// <summary>The clerk may type.</summary>
    public static bool IsWithClerk(this SubmissionStatus status) =>
        status is SubmissionStatus.Empty or SubmissionStatus.Draft or SubmissionStatus.Returned;

    /// <summary>上报: it has left the county and counts for ratings.</summary>
    public static bool HasReachedCity(this SubmissionStatus status) =>
        status is SubmissionStatus.CityReview or SubmissionStatus.Accepted;

    /// <summary>Which of two is further on its way; Returned stands with Draft.</summary>
    public static int Stage(this SubmissionStatus status) => status switch
    {
        SubmissionStatus.Empty or SubmissionStatus.Draft or SubmissionStatus.Returned => 0,
        SubmissionStatus.CountyReview => 1,
        SubmissionStatus.CityReview => 2,
        SubmissionStatus.Accepted => 3,
    };
}
