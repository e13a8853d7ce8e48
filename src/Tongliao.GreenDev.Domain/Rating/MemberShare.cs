using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>One unit's part in a whole's value.</summary>
/// <param name="UnitCode">Whose.</param>
/// <param name="UnitName">Short name.</param>
/// <param name="Part">Whether it is in.</param>
/// <param name="Inputs">What it typed; null without numbers.</param>
/// <param name="Weight">Its share of what weighs (denominator, water supplied, amount) among those that are in; null for who is not.</param>
public sealed record MemberShare(string UnitCode, string UnitName, MemberPart Part, ReportedInputs? Inputs, Rational? Weight)
{
    /// <summary>For example 12.3%; empty without one.</summary>
    public string WeightText => Weight is { } weight ? RatingExplanation.Number(weight * 100, 1) + "%" : "";

    internal static IReadOnlyList<MemberShare> Of(Indicator indicator, Quarter quarter, IReadOnlyList<UnitCase> units)
    {
        var key = indicator.Kind switch
        {
            MeasureKind.StockRatio or MeasureKind.FlowRatio => InputKey.Denominator,
            MeasureKind.WaterLoss => InputKey.Supplied,
            MeasureKind.Sum => InputKey.Amount,
        };
        Rational whole = units.Where(unit => unit.CountsFor(indicator)).Sum(unit => unit.FigureOf(quarter)?.UsableInputs(indicator)?[key] ?? 0);
        return
        [
            .. from unit in units
               let figure = unit.FigureOf(quarter)
               let inputs = figure?.UsableInputs(indicator)
               let part = PartOf(indicator, unit, figure)
               select new MemberShare(
                   unit.UnitCode, unit.UnitName, part, inputs, part == MemberPart.In && whole.Sign > 0 ? (Rational)inputs![key]!.Value / whole : null),
        ];
    }

    private static MemberPart PartOf(Indicator indicator, UnitCase unit, ReportedFigure? figure) =>
        !unit.CountsFor(indicator) ? MemberPart.Reference
        : !ValueMeasure.HasReported(indicator, figure) ? MemberPart.Missing
        : figure!.UsableInputs(indicator) is null ? MemberPart.NotApplicable
        : MemberPart.In;
}
