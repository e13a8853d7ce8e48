using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// Makes a value from reported figures (rules §2). A unit is measured as a total of one, so that a unit and the
/// whole can never follow different arithmetic: ΣN/ΣD over the units, never a mean of percentages.
/// </summary>
public static class ValueMeasure
{
    /// <summary>The value of one unit.</summary>
    public static Measurement OfUnit(Indicator indicator, Quarter quarter, UnitCase unit)
    {
        var figure = unit.FigureOf(quarter);
        if (!HasReported(indicator, figure))
        {
            return Measurement.NotReported;
        }

        return figure!.ReasonNotApplicable(indicator) is { } reason
            ? Measurement.NotApplicable(reason)
            : Total(indicator, quarter, [unit]);
    }

    /// <summary>The value of a whole over the reporting units below it that count for it.</summary>
    public static Measurement OfAggregate(Indicator indicator, Quarter quarter, IReadOnlyList<UnitCase> units)
    {
        var counting = units.Where(unit => unit.CountsFor(indicator)).ToList();
        if (counting.Count == 0 && units.Count > 0)
        {
            return Measurement.NotApplicable("下级单位均不计入");
        }

        var reported = counting.Where(unit => HasReported(indicator, unit.FigureOf(quarter))).ToList();
        var total = Total(indicator, quarter, reported);
        return reported.Count == counting.Count && counting.Count > 0
            ? total
            : Measurement.Incomplete(total.Value, $"已报{reported.Count}/{counting.Count}") with
            {
                Contributors = total.Contributors,
                YearToDate = total.YearToDate,
            };
    }

    /// <summary>A figure counts as reported when it says 不适用 or all of its numbers are there.</summary>
    public static bool HasReported(Indicator indicator, ReportedFigure? figure) =>
        figure is not null && (figure.ReasonNotApplicable(indicator) is not null || figure.UsableInputs(indicator) is not null);

    private static Measurement Total(Indicator indicator, Quarter quarter, IReadOnlyList<UnitCase> units)
    {
        var applying = units.Where(unit => unit.FigureOf(quarter)!.UsableInputs(indicator) is not null).ToList();
        if (applying.Count == 0)
        {
            return Measurement.NotApplicable("计入的单位本期均不适用");
        }

        var total = BasisOf(indicator, quarter) switch
        {
            TargetBasis.Level => Level(indicator, InputsAt(indicator, quarter, applying)),
            TargetBasis.Increase or TargetBasis.RelativeIncrease => Increase(indicator, quarter, applying),
            TargetBasis.YearAmount => YearAmount(InputsAt(indicator, quarter, applying)),
            TargetBasis.Cumulative or TargetBasis.Window => Accumulated(indicator, quarter, units, applying),
        };
        return total.Contributors > 0 ? total : total with { Contributors = applying.Count };
    }

    /// <summary>What the year's target counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no target for the year.</exception>
    internal static TargetBasis BasisOf(Indicator indicator, Quarter quarter) =>
        indicator.TargetOf(quarter.Year)?.Basis
        ?? throw new ArgumentOutOfRangeException(nameof(quarter), $"Indicator {indicator.Number} has no target for {quarter.Year}.");

    /// <summary>Earlier year ends that an accumulated amount adds up: those of the plan, and of a window only those within it.</summary>
    internal static IEnumerable<Quarter> YearEndsCounted(Indicator indicator, Quarter quarter)
    {
        var first = Math.Max(indicator.Targets[0].Year, indicator.TargetOf(quarter.Year)?.WindowStartYear ?? 0);
        for (var year = first; year < quarter.Year; year++)
        {
            yield return new Quarter(year, 4);
        }
    }

    private static List<ReportedInputs> InputsAt(Indicator indicator, Quarter quarter, IEnumerable<UnitCase> units) =>
        [.. units.Select(unit => unit.FigureOf(quarter)?.UsableInputs(indicator)).OfType<ReportedInputs>()];

    private static Measurement Level(Indicator indicator, IReadOnlyList<ReportedInputs> inputs)
    {
        if (indicator.Kind == MeasureKind.WaterLoss)
        {
            return WaterLoss(inputs, isCorrected: !indicator.RatesUncorrectedLoss);
        }

        return Measurement.Of(Ratio(indicator, inputs));
    }

    private static Rational Ratio(Indicator indicator, IReadOnlyList<ReportedInputs> inputs) =>
        Sum(inputs, i => i.Numerator) * indicator.Scale / Sum(inputs, i => i.Denominator);

    /// <summary>CJJ 92—2016: R_BL = R_WL − Rn; of several, weighted by the water supplied.</summary>
    private static Measurement WaterLoss(IReadOnlyList<ReportedInputs> inputs, bool isCorrected)
    {
        var supplied = Sum(inputs, i => i.Supplied);
        var uncorrected = (supplied - Sum(inputs, i => i.Billed)) * 100 / supplied;
        var weightedCorrection = inputs.Aggregate(Rational.Zero, (sum, i) => sum + ((Rational)i.Correction!.Value * i.Supplied!.Value));
        return Measurement.Of(isCorrected ? uncorrected - (weightedCorrection / supplied) : uncorrected) with { Uncorrected = uncorrected };
    }

    /// <summary>What a unit had at the end of the year before, in the plan's first year its baseline.</summary>
    public static ReportedFigure? AtYearStart(Indicator indicator, Quarter quarter, UnitCase unit) =>
        quarter.Year == indicator.Targets[0].Year ? unit.FigureOfBaseline : unit.FigureOf(quarter.PreviousYearEnd);

    private static Measurement Increase(Indicator indicator, Quarter quarter, IReadOnlyList<UnitCase> applying)
    {
        var before = quarter.PreviousYearEnd;
        var missing = applying.Where(unit => !HasReported(indicator, AtYearStart(indicator, quarter, unit))).ToList();
        if (missing.Count > 0)
        {
            return Measurement.MissingBaseline($"缺{before.Year}年末数", Names(missing));
        }

        // A unit that did not have the thing at either end has no increase to add.
        var comparable = applying.Where(unit => AtYearStart(indicator, quarter, unit)!.UsableInputs(indicator) is not null).ToList();
        if (comparable.Count == 0)
        {
            return Measurement.NotApplicable($"{before.Year}年末不适用，无可比数");
        }

        var then = Ratio(indicator, [.. comparable.Select(unit => AtYearStart(indicator, quarter, unit)!.UsableInputs(indicator)!)]);
        var increase = Ratio(indicator, InputsAt(indicator, quarter, comparable)) - then;
        if (indicator.TargetOf(quarter.Year)!.Basis == TargetBasis.Increase)
        {
            return Measurement.Of(increase) with { Contributors = comparable.Count };
        }

        return then.Sign == 0
            ? Measurement.MissingBaseline($"{before.Year}年末为0，无法计算相对增幅", Names(comparable))
            : Measurement.Of(increase * 100 / then) with { Contributors = comparable.Count };
    }

    private static Measurement YearAmount(IReadOnlyList<ReportedInputs> inputs)
    {
        var sum = Sum(inputs, i => i.Amount);
        return Measurement.Of(sum) with { YearToDate = sum };
    }

    /// <summary>Baseline, earlier years' year ends and this year to date. A unit to which the indicator does not apply now keeps the earlier amounts it has, and owes none.</summary>
    private static Measurement Accumulated(
        Indicator indicator, Quarter quarter, IReadOnlyList<UnitCase> units, IReadOnlyList<UnitCase> applying)
    {
        var baselineYear = indicator.Targets[0].Year - 1;
        var windowStart = indicator.TargetOf(quarter.Year)!.WindowStartYear;
        var countsBaseline = windowStart is null || windowStart <= baselineYear;
        var withoutBaseline = countsBaseline ? [.. applying.Where(unit => unit.Baseline?.Amount is null)] : new List<UnitCase>();
        if ((windowStart is not null || indicator.BaselineRequired) && withoutBaseline.Count > 0)
        {
            return Measurement.MissingBaseline($"缺{baselineYear}年基数", Names(withoutBaseline));
        }

        Rational atYearStart = countsBaseline ? units.Sum(unit => unit.Baseline?.Amount ?? 0) : 0;
        foreach (var yearEnd in YearEndsCounted(indicator, quarter))
        {
            var missing = applying.Where(unit => !HasReported(indicator, unit.FigureOf(yearEnd))).ToList();
            if (missing.Count > 0)
            {
                return Measurement.MissingBaseline($"缺{yearEnd.Year}年末数", Names(missing));
            }

            atYearStart += Sum(InputsAt(indicator, yearEnd, units), i => i.Amount);
        }

        var toDate = Sum(InputsAt(indicator, quarter, applying), i => i.Amount);
        return Measurement.Of(atYearStart + toDate) with
        {
            YearToDate = toDate,
            AtYearStart = atYearStart,
            BaselineAssumedZero = withoutBaseline.Count > 0,
        };
    }

    /// <summary>Exact in decimals: what is typed has at most 12 and 4 digits, a decimal holds 28.</summary>
    private static Rational Sum(IEnumerable<ReportedInputs> inputs, Func<ReportedInputs, decimal?> field) =>
        inputs.Sum(i => field(i)!.Value);

    private static List<string> Names(IEnumerable<UnitCase> units) => [.. units.Select(unit => unit.UnitName)];
}
