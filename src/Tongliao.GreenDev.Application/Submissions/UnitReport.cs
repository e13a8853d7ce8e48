using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>One unit's report for one quarter, with all that its screen shows.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Period">When, with state and due date.</param>
/// <param name="Entries">One for each indicator, in the order of the annex.</param>
public sealed record UnitReport(ReportingUnit Unit, ReportingPeriod Period, IReadOnlyList<ReportEntry> Entries)
{
    /// <summary>Whoever reads it.</summary>
    public required Actor Reader { get; init; }

    /// <summary>The plan as it was in force for the quarter.</summary>
    public required PlanFacts Facts { get; init; }

    /// <summary>The unit's lights of the quarter before, by indicator number; none when the plan had not begun.</summary>
    public IReadOnlyDictionary<int, RagStatus> StatesBefore { get; init; } = new Dictionary<int, RagStatus>();

    /// <summary>Every value says what it said the quarter before, as if the whole report had been carried over.</summary>
    public bool RepeatsLastQuarter => Entries.All(entry => ValueWarnings.Repeats(
        entry.Indicator, Period.Quarter, entry.Statement.ToFigure(isApproved: false), entry.Case.Figures));

    /// <summary>Where that is asked; null when something has changed, or when nothing in the report flows.</summary>
    public CarriedOver? CarriedOver => CarriedOver.Of(Period.Quarter, [.. Entries.Select(entry => new SheetValue(
        entry.Indicator, entry.Statement.ToFigure(isApproved: false), entry.Case.Figures, entry.Status.IsWithClerk(), entry.Statement.Explanations))]);
}
