using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>What a unit's value starts from, besides what is typed in the quarter.</summary>
/// <param name="Start">上年末 of an increase; null where there was none, or nothing starts from it.</param>
/// <param name="Offset">往期数; null where nothing earlier goes in.</param>
/// <param name="Lacks">A number is missing from which the value starts.</param>
internal sealed record UnitParameters(ReportedInputs? Start, Rational? Offset, bool Lacks)
{
    public static UnitParameters Of(Indicator indicator, Quarter quarter, UnitCase unit, LightFormula light)
    {
        switch (indicator.TargetOf(quarter.Year)!.Basis)
        {
            case TargetBasis.Increase or TargetBasis.RelativeIncrease:
                var start = ValueMeasure.AtYearStart(indicator, quarter, unit);
                var usable = start?.UsableInputs(indicator);
                return new UnitParameters(usable, usable is null ? null : light.Offset, !ValueMeasure.HasReported(indicator, start));
            case TargetBasis.Cumulative or TargetBasis.Window:
                return new UnitParameters(null, light.LacksBaseline ? Carried(indicator, quarter, unit) : light.Offset, light.LacksBaseline);
            default:
                return new UnitParameters(null, null, Lacks: false);
        }
    }

    /// <summary>What earlier years came to as far as it is known: beside one that has nothing, a unit to which the indicator does not apply any more.</summary>
    private static Rational Carried(Indicator indicator, Quarter quarter, UnitCase unit)
    {
        var nothing = new ReportedFigure(new ReportedInputs { Amount = 0 }, NotApplicableReason: null, IsApproved: true);
        var gone = unit.With(quarter, new ReportedFigure(ReportedInputs.None, "不适用", IsApproved: true));
        var beside = new UnitCase
        {
            UnitCode = unit.UnitCode,
            UnitName = unit.UnitName,
            Sets = unit.Sets,
            Figures = indicator.Targets.Select(target => new Quarter(target.Year, 4)).Append(quarter).Distinct().ToDictionary(known => known, _ => nothing),
            Baseline = nothing.Inputs,
        };
        return RatedCase.OfAggregate(unit.UnitCode, [gone, beside]).Rate(indicator, quarter).Value ?? Rational.Zero;
    }
}
