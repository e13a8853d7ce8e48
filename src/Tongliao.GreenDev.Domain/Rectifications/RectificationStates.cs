using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Domain.Rectifications;

/// <summary>When something is due of a rectification, and where it stands.</summary>
public static class RectificationStates
{
    /// <summary>The last day: of the arrangement, or for making one as for every answer to a reviewer.</summary>
    /// <param name="rectification">Open.</param>
    /// <param name="arranged">The last arrangement; null for none.</param>
    /// <param name="clock">Within how many working days answers are due.</param>
    public static DateOnly DueOn(this Rectification rectification, RectificationArrangement? arranged, ReactionClock clock) =>
        arranged?.DueOn ?? clock.DueOn(rectification.Opened.At);

    /// <inheritdoc cref="DueOn"/>
    public static RectificationState StateOf(this Rectification rectification, RectificationArrangement? arranged, ReactionClock clock) =>
        !rectification.IsOpen ? RectificationState.Closed
        : clock.Today > rectification.DueOn(arranged, clock) ? RectificationState.Overdue
        : arranged is null ? RectificationState.Unarranged
        : RectificationState.UnderWay;

    public static string Word(this RectificationState state) => state switch
    {
        RectificationState.Overdue => "已逾期",
        RectificationState.Unarranged => "待安排",
        RectificationState.UnderWay => "整改中",
        RectificationState.Closed => "已销号",
    };
}
