using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>The numbers of all units for the end of a year beside what a yearbook says of the city (年鉴核对).</summary>
/// <param name="Indicator">What.</param>
/// <param name="Field">Of which number.</param>
/// <param name="Figure">What the document says.</param>
/// <param name="Sum">The units' numbers of the fourth quarter together.</param>
/// <param name="Reported">How many units have one; those for which the indicator does not apply count as 0.</param>
/// <param name="Units">How many should.</param>
/// <param name="Limit">From which deviation on it is said, as a share.</param>
public sealed record CityComparison(Indicator Indicator, InputField Field, CityFigure Figure, decimal Sum, int Reported, int Units, Rational Limit)
{
    /// <summary>How far the sum is off, as a share of the document's number; null while a unit is missing, or where the document says 0.</summary>
    public Rational? Deviation => Reported < Units || Figure.Value == 0 ? null : ((Rational)Sum - Figure.Value) / Figure.Value;

    /// <summary>The deviation is larger than the threshold.</summary>
    public bool IsBeyond => Deviation is { } off && Rational.Abs(off) > Limit;

    /// <summary>Chinese, in one sentence.</summary>
    public string Words
    {
        get
        {
            var known = $"{Figure.Year}年“{Field.Label}”各单位四季度合计{WarningText.Number(Sum)}{Field.Unit}，{Figure.Document}为{WarningText.Number(Figure.Value)}{Field.Unit}";
            return Deviation is not { } off
                ? $"{known}；{Units}个单位中已有{Reported}个填报，{(Figure.Value == 0 ? "年鉴数为0，不计偏差" : "齐全后计算偏差")}。"
                : $"{known}，{(off.Sign < 0 ? "少" : "多")}{WarningText.Number((Rational.Abs(off) * 100).Round(1))}%{(IsBeyond ? "，超过阈值，请核对两项口径和各单位填报数" : "")}。";
        }
    }

    /// <summary>Compares one figure.</summary>
    public static CityComparison Of(Indicator indicator, CityFigure figure, IReadOnlyCollection<UnitCase> units, CheckLimits limits)
    {
        var quarter = new Quarter(figure.Year, 4);
        var counting = units.Where(unit => unit.CountsFor(indicator)).ToList();
        var reported = counting.Where(unit => ValueMeasure.HasReported(indicator, unit.FigureOf(quarter))).ToList();
        var sum = reported.Sum(unit => unit.FigureOf(quarter)!.UsableInputs(indicator)?[figure.Field] ?? 0);
        return new CityComparison(indicator, indicator.Inputs.First(input => input.Key == figure.Field), figure, sum, reported.Count, counting.Count, limits.CityDeviation);
    }
}
