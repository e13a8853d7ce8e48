using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>What the formulas of a whole's row come to when they are written.</summary>
internal sealed class WholeParameters
{
    private readonly Indicator indicator;
    private readonly IReadOnlyList<ReportedInputs> now;
    private readonly IReadOnlyList<ReportedInputs> start;

    /// <param name="indicator">As it is judged in the quarter.</param>
    /// <param name="quarter">When.</param>
    /// <param name="counting">The units that count.</param>
    public WholeParameters(Indicator indicator, Quarter quarter, IReadOnlyList<UnitCase> counting)
    {
        this.indicator = indicator;
        var reported = counting.Where(unit => ValueMeasure.HasReported(indicator, unit.FigureOf(quarter))).ToList();
        var applying = reported.Where(unit => unit.FigureOf(quarter)!.UsableInputs(indicator) is not null).ToList();
        UnitParameters Parameters(UnitCase unit) => UnitParameters.Of(indicator, quarter, unit, LightFormula.Of(indicator, quarter, unit));
        var parameters = reported.ToDictionary(unit => unit, Parameters);
        var isIncrease = indicator.TargetOf(quarter.Year)!.IsIncrease;
        var summed = applying.Where(unit => !isIncrease || parameters[unit].Start is not null).ToList();
        now = summed.ConvertAll(unit => unit.FigureOf(quarter)!.UsableInputs(indicator)!);
        start = isIncrease ? summed.ConvertAll(unit => parameters[unit].Start!) : [];
        (Reported, Applying, Lacking) = (reported.Count, applying.Count, applying.Count(unit => parameters[unit].Lacks));
        Carried = reported.Aggregate(Rational.Zero, (sum, unit) => sum + (parameters[unit].Offset ?? Rational.Zero));
    }

    /// <summary>How many units have reported.</summary>
    public int Reported { get; }

    /// <summary>How many units' numbers go in.</summary>
    public int Applying { get; }

    /// <summary>How many of those lack what their value starts from.</summary>
    public int Lacking { get; }

    /// <summary>往期数 of sums.</summary>
    public Rational Carried { get; }

    /// <summary>Of one of the typed numbers; null while there are none.</summary>
    public Rational? Sum(InputKey key) => Applying == 0 ? null
        : key == InputKey.Correction ? Weighted(InputKey.Correction, InputKey.Supplied) / Total(now, InputKey.Supplied)
        : Total(now, key);

    /// <summary>Of the same a year end before; null while there are none.</summary>
    public Rational? Start(InputKey key) => Applying == 0 ? null : Total(start, key);

    /// <summary>往期数 of an increase; null where nothing can be compared.</summary>
    public Rational? LessThen => Total(start, InputKey.Denominator) is { Sign: > 0 } denominator
        ? -(Total(start, InputKey.Numerator) * indicator.Scale / denominator)
        : null;

    private static Rational Total(IReadOnlyList<ReportedInputs> inputs, InputKey key) =>
        inputs.Aggregate(Rational.Zero, (sum, typed) => sum + (typed[key] ?? 0));

    private Rational Weighted(InputKey key, InputKey weight) =>
        now.Aggregate(Rational.Zero, (sum, typed) => sum + ((Rational)(typed[key] ?? 0) * (typed[weight] ?? 0)));
}
