using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What a row says of itself.</summary>
public enum RowState
{
    /// <summary>未填.</summary>
    Empty,

    /// <summary>正在保存.</summary>
    Saving,

    /// <summary>已保存.</summary>
    Saved,

    /// <summary>未保存, with a reason.</summary>
    Unsaved,

    /// <summary>需核对: saved, but to be explained before it is submitted.</summary>
    Query,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>与他人冲突.</summary>
    Conflict,

    /// <summary>待县级审核.</summary>
    CountyReview,

    /// <summary>待市级审核.</summary>
    CityReview,

    /// <summary>审核通过.</summary>
    Accepted,
}

/// <summary>The one owner of a row state's name in the page and its colour.</summary>
public static class RowStates
{
    /// <summary>Value of <c>data-state</c>.</summary>
    public static string Code(this RowState state) => state switch
    {
        RowState.Empty => "empty",
        RowState.Saving => "saving",
        RowState.Saved => "saved",
        RowState.Unsaved => "unsaved",
        RowState.Query => "query",
        RowState.Returned => "returned",
        RowState.Conflict => "conflict",
        RowState.CountyReview => "county-review",
        RowState.CityReview => "city-review",
        RowState.Accepted => "accepted",
    };

    public static string Colour(this RowState state) => state switch
    {
        RowState.Unsaved or RowState.Conflict or RowState.Returned => "state red",
        RowState.Query => "state amber",
        RowState.Empty or RowState.Saving or RowState.Saved or RowState.CountyReview or RowState.CityReview or RowState.Accepted => "state",
    };

    /// <summary>The state of a value at rest.</summary>
    public static RowState Of(SubmissionStatus status, bool hasOpenQuery) => status switch
    {
        SubmissionStatus.Empty => RowState.Empty,
        SubmissionStatus.Draft => hasOpenQuery ? RowState.Query : RowState.Saved,
        SubmissionStatus.CountyReview => RowState.CountyReview,
        SubmissionStatus.CityReview => RowState.CityReview,
        SubmissionStatus.Returned => RowState.Returned,
        SubmissionStatus.Accepted => RowState.Accepted,
    };
}
