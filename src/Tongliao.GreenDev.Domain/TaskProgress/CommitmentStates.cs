using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>Where a commitment stands, told by the calendar and by what was recorded.</summary>
public static class CommitmentStates
{
    /// <param name="commitment">Which.</param>
    /// <param name="last">What was recorded last; null for nothing.</param>
    /// <param name="today">There.</param>
    /// <param name="nearDays">How many days before the last one it is near.</param>
    public static CommitmentState StateOf(this Commitment commitment, CommitmentRecord? last, DateOnly today, int nearDays) =>
        (last?.KeptOn, commitment.DueOn) switch
        {
            (not null, _) => CommitmentState.Kept,
            (null, null) => CommitmentState.Standing,
            (null, { } due) when today > due => CommitmentState.Overdue,
            (null, { } due) when today.DayNumber + nearDays >= due.DayNumber => CommitmentState.Near,
            _ => CommitmentState.Pending,
        };

    /// <summary>How many days after its last one it was kept; 0 for in time.</summary>
    public static int DaysLate(this Commitment commitment, DateOnly keptOn) =>
        commitment.DueOn is { } due ? Math.Max(0, keptOn.DayNumber - due.DayNumber) : 0;

    public static string Word(this CommitmentState state) => state switch
    {
        CommitmentState.Overdue => "已逾期",
        CommitmentState.Near => "临期",
        CommitmentState.Pending => "未到期",
        CommitmentState.Standing => "长期执行",
        CommitmentState.Kept => "已兑现",
    };

    /// <summary>By when the text wants it, for example 2025-12-31前, 2023年起, 未写时限.</summary>
    public static string TermWord(this Commitment commitment) =>
        commitment.DueOn is { } due ? $"{due:yyyy-MM-dd}前" : commitment.SinceYear is { } since ? $"{since}年起" : "未写时限";
}
