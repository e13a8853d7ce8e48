using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

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
        RowState.Unfinished => "unfinished",
        RowState.Warning => "warning",
        RowState.Returned => "returned",
        RowState.Conflict => "conflict",
        RowState.CountyReview => "county-review",
        RowState.CityReview => "city-review",
        RowState.Accepted => "accepted",
    };

    public static string Colour(this RowState state) => state switch
    {
        RowState.Unsaved or RowState.Conflict or RowState.Returned => "state is-red",
        RowState.Warning => "state is-amber",
        RowState.Empty or RowState.Saving or RowState.Unfinished or RowState.Saved or RowState.CountyReview or RowState.CityReview or RowState.Accepted => "state",
    };

    /// <summary>The state of a value at rest.</summary>
    public static RowState Of(ValueStatus status, bool hasOpenWarning) => status switch
    {
        ValueStatus.Empty => RowState.Empty,
        ValueStatus.Draft => hasOpenWarning ? RowState.Warning : RowState.Saved,
        ValueStatus.CountyReview => RowState.CountyReview,
        ValueStatus.CityReview => RowState.CityReview,
        ValueStatus.Returned => RowState.Returned,
        ValueStatus.Accepted => RowState.Accepted,
    };
}
