using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>The formula of a value with its numbers in it, of a whole with the sums. What had to be rounded to be printed stands behind ≈.</summary>
internal static class FormulaText
{
    private const int CorrectionDecimals = 4;

    /// <summary>Empty where there is no value.</summary>
    public static string Of(IndicatorRating rating, RatedCase rated) => rating.Value is { } value
        ? $"{Left(rating, rated)} {(rating.Words.Numbers.Value == value ? "=" : "≈")} {rating.Words.Value}"
        : "";

    /// <summary>The numbers that a value is made from: a unit's own, or the sums of those that are in.</summary>
    public static ReportedInputs? NumbersOf(Indicator indicator, Quarter quarter, RatedCase rated) =>
        Summed(indicator, [.. In(indicator, quarter, rated).Select(unit => unit.FigureOf(quarter)!.UsableInputs(indicator)!)]);

    private static string Left(IndicatorRating rating, RatedCase rated)
    {
        var (indicator, quarter, measured) = (rating.Indicator, rating.Quarter, rating.Measurement);
        return rating.YearTarget.Basis switch
        {
            TargetBasis.Level when indicator.Kind == MeasureKind.WaterLoss => WaterLoss(indicator, NumbersOf(indicator, quarter, rated)!, measured),
            TargetBasis.Level => Ratio(indicator, NumbersOf(indicator, quarter, rated)!),
            TargetBasis.Increase or TargetBasis.RelativeIncrease => Increase(indicator, quarter, rated, rating.YearTarget.Basis),
            TargetBasis.YearAmount => $"本年累计 {Amount(measured.YearToDate)}",
            TargetBasis.Cumulative or TargetBasis.Window => $"年初已有 {Amount(measured.AtYearStart)} + 本年累计 {Amount(measured.YearToDate)}",
        };
    }

    private static string Increase(Indicator indicator, Quarter quarter, RatedCase rated, TargetBasis basis)
    {
        var before = $"{quarter.PreviousYearEnd.Year}年末";
        var comparable = In(indicator, quarter, rated).Where(unit => ValueMeasure.AtYearStart(indicator, quarter, unit)?.UsableInputs(indicator) is not null).ToList();
        var now = Ratio(indicator, Summed(indicator, comparable.ConvertAll(unit => unit.FigureOf(quarter)!.Inputs!))!);
        var then = Ratio(indicator, Summed(indicator, comparable.ConvertAll(unit => ValueMeasure.AtYearStart(indicator, quarter, unit)!.Inputs!))!);
        return basis == TargetBasis.RelativeIncrease
            ? $"（{now} − {before} {then}）÷（{before} {then}）× 100"
            : $"{now} − {before} {then}";
    }

    private static string Ratio(Indicator indicator, ReportedInputs inputs) =>
        $"{NumberText.Display(inputs.Numerator)} ÷ {NumberText.Display(inputs.Denominator)}{(indicator.IsPercentage ? " × 100" : "")}";

    private static string WaterLoss(Indicator indicator, ReportedInputs inputs, Measurement measured)
    {
        var supplied = NumberText.Display(inputs.Supplied);
        var correction = (measured.Uncorrected!.Value - measured.Value!.Value).Round(CorrectionDecimals);
        var uncorrected = $"（{supplied} − {NumberText.Display(inputs.Billed)}）÷ {supplied} × 100";
        return indicator.RatesUncorrectedLoss ? uncorrected : $"{uncorrected} − {(correction < 0 ? $"（{NumberText.Display(correction)}）" : NumberText.Display(correction))}";
    }

    private static string Amount(Rational? amount) => amount is { } known ? RatingExplanation.Plain(known) : "0";

    private static IEnumerable<UnitCase> In(Indicator indicator, Quarter quarter, RatedCase rated) => rated.Units
        .Where(unit => !rated.IsAggregate || unit.CountsFor(indicator))
        .Where(unit => unit.FigureOf(quarter)?.UsableInputs(indicator) is not null);

    /// <summary>The correction of a whole is no sum; it has its place in the formula, weighted.</summary>
    private static ReportedInputs? Summed(Indicator indicator, IReadOnlyList<ReportedInputs> inputs) => inputs switch
    {
        [] => null,
        [var one] => one,
        _ => indicator.Inputs.Where(field => field.Key != InputKey.Correction)
            .Aggregate(ReportedInputs.None, (sums, field) => sums.With(field.Key, inputs.Sum(input => input[field.Key]))),
    };
}
