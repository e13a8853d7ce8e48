namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>What came of a decision on one value.</summary>
public enum ReviewOutcome
{
    /// <summary>Decided.</summary>
    Done,

    /// <summary>Not decided; the row says why.</summary>
    Refused,

    /// <summary>Not decided: its text is missing or wrong, which stands at it.</summary>
    NeedsReason,

    /// <summary>Not decided: 代审原因 is missing or wrong.</summary>
    NeedsActingReason,

    /// <summary>Not decided: somebody was faster.</summary>
    Moved,
}
