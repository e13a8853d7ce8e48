using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>Rates given inputs with the stored parameters; nothing else is read and nothing stored.</summary>
public sealed class PreviewQueries(PlanCatalogue catalogue)
{
    /// <summary>Rates one unit.</summary>
    /// <exception cref="RefusalException">Unknown codes or inputs that could not be stored.</exception>
    public async Task<IndicatorRating> RateUnitAsync(Caller caller, int indicatorNumber, Quarter rated, PreviewUnit unit, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        var quarter = reference.Facts.Period(rated).Quarter;
        var indicator = reference.InForce(quarter).Facts.Indicator(indicatorNumber);
        return RatingRules.RateUnit(indicator, quarter, CaseOf(reference.Facts, indicator, quarter, unit, ""));
    }

    /// <summary>Rates the city from given units; units left out have not reported.</summary>
    /// <inheritdoc cref="RateUnitAsync"/>
    public async Task<IndicatorRating> RateCityAsync(
        Caller caller, int indicatorNumber, Quarter rated, IReadOnlyList<PreviewUnit> units, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        var quarter = reference.Facts.Period(rated).Quarter;
        var indicator = reference.InForce(quarter).Facts.Indicator(indicatorNumber);
        if (units.GroupBy(u => u.UnitCode).Any(group => group.Count() > 1))
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidPreview, "同一填报单位只能出现一次。", new FieldFault("regions", "同一填报单位只能出现一次。"));
        }

        var given = units.Select((u, i) => CaseOf(reference.Facts, indicator, quarter, u, $"regions[{i}].")).ToDictionary(c => c.UnitCode);
        var all = reference.Facts.Plan.Units.Select(unit => given.GetValueOrDefault(unit.Code)
            ?? CaseOf(reference.Facts, indicator, quarter, new PreviewUnit(unit.Code, null, [], null, new Dictionary<int, decimal>()), ""));
        return RatingRules.RateAggregate(indicator, quarter, reference.Facts.Plan.City.Code, [.. all]);
    }

    private static UnitCase CaseOf(PlanFacts facts, Indicator indicator, Quarter quarter, PreviewUnit given, string path)
    {
        var unit = facts.Unit(given.UnitCode);
        var figures = new Dictionary<Quarter, ReportedFigure>();
        foreach (var (earlier, figure) in given.History)
        {
            figures[earlier] = Checked(indicator, figure, $"{path}history[{earlier}].");
        }

        if (given.Current is not null)
        {
            figures[quarter] = Checked(indicator, given.Current, path);
        }

        RefuseWrong(indicator, given.Baseline, $"{path}baseline2023.");
        return new UnitCase
        {
            UnitCode = unit.Code,
            UnitName = unit.ShortName,
            Sets = unit.Sets,
            Figures = figures,
            Baseline = given.Baseline,
            Targets = [.. given.Targets.Select(target => TargetOf(unit.Id, indicator.Id, target.Key, target.Value))],
        };
    }

    private static UnitTarget TargetOf(int unitId, int indicatorId, int year, decimal value) => new()
    {
        Recorded = Recording.OnTrial,
        UnitId = unitId,
        IndicatorId = indicatorId,
        Year = year,
        Value = value,
        Document = "试算",
        EffectiveFrom = DateOnly.MinValue,
    };

    private static ReportedFigure Checked(Indicator indicator, ReportedFigure figure, string path)
    {
        RefuseWrong(indicator, figure.Inputs, path);
        return figure;
    }

    private static void RefuseWrong(Indicator indicator, ReportedInputs? inputs, string path) =>
        ValueChecks.Errors(indicator, inputs ?? ReportedInputs.None).Select(finding => FieldFault.Of(finding, path)).ToList().Refuse();
}
