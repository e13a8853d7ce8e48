using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// The typed number that work moves, all others standing still. Of a ratio it is the numerator: what is done rises, what there is does not
/// shrink. Of a sum it is the amount. Of 漏损率 it is the water supplied: a mended leak lets less be supplied, while what users take is
/// theirs to say and the correction (Rn) is no work at all.
/// </summary>
internal sealed class Lever
{
    private const long MostSteps = 10_000_000_000_000_000;
    private const decimal TypedStep = 0.0001m;

    private readonly Indicator indicator;

    private Lever(Indicator indicator, InputField field, bool isLess) => (this.indicator, Field, IsLess) = (indicator, field, isLess);

    public InputField Field { get; }

    /// <summary>Less of it is better.</summary>
    public bool IsLess { get; }

    /// <summary>Things counted one by one move by one, everything else by the last decimal that may be typed.</summary>
    private decimal Step => Field.IsCount ? 1 : TypedStep;

    public static Lever Of(Indicator indicator, Comparison comparison)
    {
        var key = indicator.Kind switch
        {
            MeasureKind.StockRatio or MeasureKind.FlowRatio => InputKey.Numerator,
            MeasureKind.WaterLoss => InputKey.Supplied,
            MeasureKind.Sum => InputKey.Amount,
        };
        return new Lever(indicator, indicator.Inputs.First(field => field.Key == key), comparison == Comparison.AtMost);
    }

    /// <summary>So many steps in the number's own unit.</summary>
    public decimal Amount(long steps) => steps * Step;

    /// <summary>A unit's case after that much work in a quarter.</summary>
    public UnitCase Moved(UnitCase unit, Quarter quarter, long steps)
    {
        var figure = unit.FigureOf(quarter)!;
        return unit.With(quarter, figure with { Inputs = Moved(figure.Inputs!, steps) });
    }

    /// <summary>How many steps a unit's number can move and still be one that may be typed.</summary>
    public long RoomOf(UnitCase unit, Quarter quarter) =>
        unit.CountsFor(indicator) && unit.FigureOf(quarter)?.UsableInputs(indicator) is { } inputs
            ? Steps.Smallest(MostSteps, steps => ValueChecks.Errors(indicator, Moved(inputs, steps + 1)).Count > 0) ?? MostSteps
            : 0;

    private ReportedInputs Moved(ReportedInputs inputs, long steps) =>
        inputs.With(Field.Key, inputs[Field.Key] + (IsLess ? -Amount(steps) : Amount(steps)));
}
