using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>What is set up, what is missing and who waits, as far as the reader may do something about it (管理).</summary>
/// <param name="Reader">Whoever looks.</param>
/// <param name="Facts">The plan and its quarters.</param>
public sealed record AdministrationOverview(Actor Reader, PlanFacts Facts)
{
    /// <summary>By when what waits is to be answered.</summary>
    public required ReactionClock Answers { get; init; }

    /// <summary>For who keeps users, otherwise null.</summary>
    public AccountCoverage? Accounts { get; init; }

    /// <summary>For who looks after messages: how many notices reached nobody lately; otherwise 0.</summary>
    public int FailedMessages { get; init; }

    /// <summary>For who keeps baselines and targets, otherwise null.</summary>
    public ReferenceGaps? Reference { get; init; }

    /// <summary>For who manages periods: where the values of quarters that are not locked stand; otherwise none.</summary>
    public IReadOnlyList<QuarterStanding> Standings { get; init; } = [];

    /// <summary>How many values of a quarter stand there.</summary>
    public int Of(Quarter quarter, ValueStatus status) => Standings.Where(standing => standing.Quarter == quarter && standing.Status == status).Sum(standing => standing.Values);

    /// <summary>Closed quarters of which everything is approved, so that nothing keeps them from being locked.</summary>
    public IReadOnlyList<ReportingPeriod> ReadyToLock =>
    [
        .. Facts.Periods.Where(period => period is { State: PeriodState.Closed, OpenedAt: not null }
            && Of(period.Quarter, ValueStatus.Accepted) == Facts.Plan.Units.Count * Facts.Plan.Indicators.Count),
    ];
}
