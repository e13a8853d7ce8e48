namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A unit's report for one quarter (填报): one value for each indicator.</summary>
public sealed class Submission
{
    private readonly List<ReportedValue> values = [];

    private Submission()
    {
    }

    public int Id { get; private init; }

    public int PlanId { get; private init; }

    public int UnitId { get; private init; }

    public Quarter Quarter { get; private init; }

    public IReadOnlyList<ReportedValue> Values => values;

    /// <summary>A report with every value still empty, as it is made when the period opens.</summary>
    public static Submission Blank(int planId, int unitId, Quarter quarter, IEnumerable<int> indicatorIds)
    {
        var submission = new Submission { PlanId = planId, UnitId = unitId, Quarter = quarter };
        submission.Add(indicatorIds);
        return submission;
    }

    /// <summary>More values, empty: the plan got indicators while the report was there.</summary>
    public void Add(IEnumerable<int> indicatorIds) => values.AddRange(indicatorIds.Select(ReportedValue.Blank));
}
