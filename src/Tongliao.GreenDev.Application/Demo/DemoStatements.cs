using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>What demo people say of each value, and how they explain what the checks find in it.</summary>
internal sealed class DemoStatements(PlanFacts facts, DemoCalendar calendar, IReadOnlyList<UnitTarget> targets, IReadOnlyList<Baseline> baselines)
{
    private readonly Dictionary<(int Unit, int Indicator), Dictionary<Quarter, ReportedFigure>> told = [];

    /// <summary>What is typed at last, each finding explained. Those of a unit are asked for in the order of their quarters.</summary>
    public Statement Of(ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var statement = Told(unit, indicator, quarter);
        var explanations = Explanations(unit, indicator, quarter, statement.ToFigure(isApproved: false));
        return DemoStory.IsInWrongUnit(quarter, calendar.Last, unit.Order, indicator.Number) ? statement : statement with { Explanations = explanations };
    }

    private Statement Told(ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var target = UnitTarget.InForce(TargetsOf(unit, indicator), quarter.Year, quarter.LastDay);
        var isNotApplicable = DemoStory.IsNotApplicable(unit.Order, indicator.Number);
        var inputs = isNotApplicable ? ReportedInputs.None
            : DemoStory.NothingBuilt(quarter, unit.Order, indicator.Number) ? new ReportedInputs { Numerator = 0, Denominator = 0 }
            : DemoFigures.Of(facts.Plan, unit, indicator, quarter, target);
        if (DemoStory.IsInWrongUnit(quarter, calendar.Last, unit.Order, indicator.Number))
        {
            inputs = new ReportedInputs { Numerator = inputs.Numerator * 10_000, Denominator = inputs.Denominator * 10_000 };
        }

        var errors = ValueChecks.Errors(indicator, inputs);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"Demo data for {unit.Code}/{quarter}/{indicator.Number} would be refused: {errors[0].Code}.");
        }

        var reason = isNotApplicable ? DemoStory.NotApplicableReason : null;
        return new Statement { Inputs = inputs, NotApplicableReason = reason };
    }

    private List<Explanation> Explanations(ReportingUnit unit, Indicator indicator, Quarter quarter, ReportedFigure figure)
    {
        if (!told.TryGetValue((unit.Id, indicator.Id), out var before))
        {
            told[(unit.Id, indicator.Id)] = before = [];
        }

        var known = new UnitCase
        {
            UnitCode = unit.Code,
            UnitName = unit.ShortName,
            Sets = unit.Sets,
            Figures = before,
            Baseline = baselines.FirstOrDefault(baseline => baseline.UnitId == unit.Id && baseline.IndicatorId == indicator.Id)?.Inputs,
            Targets = [.. TargetsOf(unit, indicator)],
        };
        var findings = CheckEngine.Warnings(
            quarter, figure, new CheckContext(indicator, known, number => Told(unit, facts.Indicator(number), quarter).ToFigure(isApproved: false), facts.Checks));
        before[quarter] = figure;
        return [.. findings.Select(finding => new Explanation(finding.Key!, finding.Rule == CheckCode.NoRemedy ? DemoStory.Remedy : DemoStory.Explanation))];
    }

    private IEnumerable<UnitTarget> TargetsOf(ReportingUnit unit, Indicator indicator) =>
        targets.Where(target => target.UnitId == unit.Id && target.IndicatorId == indicator.Id);
}
