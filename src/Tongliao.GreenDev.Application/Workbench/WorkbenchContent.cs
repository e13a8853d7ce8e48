using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>What awaits a person today (工作台).</summary>
public sealed record WorkbenchContent
{
    public required Actor Actor { get; init; }

    public required PlanFacts Facts { get; init; }

    /// <summary>The period people work on; null until the first is opened.</summary>
    public required ReportingPeriod? Period { get; init; }

    /// <summary>How far the units in sight have come in that period; null for roles that have nothing to do with reports.</summary>
    public PeriodProgress? Progress { get; init; }

    /// <summary>Of reviewers of the city: the same of the quarter before; null when it was never opened.</summary>
    public PeriodProgress? Before { get; init; }

    /// <summary>Of a clerk: what came back, what is overdue first, then the latest quarter.</summary>
    public IReadOnlyList<ReturnedValue> Returned { get; init; } = [];

    /// <summary>Of a reviewer: how many values wait for a decision, by quarter, the earliest first.</summary>
    public IReadOnlyList<WaitingQuarter> Waiting { get; init; } = [];

    /// <summary>Of a county office: its own lights of the last quarter of which half of its values have reached the city, null before there is one; of a leader the city's.</summary>
    public UnitLights? Lights { get; init; }

    /// <summary>Of a county office what it has to put right, of the bureau what all have: open, what is overdue first.</summary>
    public IReadOnlyList<RectificationLine> Rectifications { get; init; } = [];

    /// <summary>Of a clerk the own baselines (基数申报) that came back or were never stated, of the bureau those that wait for it.</summary>
    public IReadOnlyList<BaselineFilingLine> Baselines { get; init; } = [];

    /// <summary>Of a department, the bureau and a leader: how the plan's tasks go in that period; null for others.</summary>
    public TaskProgressOverview? Tasks { get; init; }

    /// <summary>Of the bureau: the commitments outside the annex.</summary>
    public IReadOnlyList<CommitmentLine> Commitments { get; init; } = [];

    /// <summary>Of the administrator: accounts and what is missing of them.</summary>
    public AdministrationOverview? Administration { get; init; }

    /// <summary>Of the auditor: the last entries of the audit, the latest first.</summary>
    public IReadOnlyList<AuditEvent> Audit { get; init; } = [];
}
