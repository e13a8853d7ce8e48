namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What a reporting period was from a moment on. Rows are only ever added, so that any past day can be asked for.</summary>
public sealed class PeriodStanding
{
    public required int PlanId { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>That of the period after the change.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PeriodState State { get; init; }

    /// <summary>截止日期.</summary>
    public required DateOnly? DueOn { get; init; }
}
