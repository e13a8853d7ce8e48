using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>
/// The portal's rules for one indicator, unit or whole, and quarter as formulas of a spreadsheet, so that a workbook judges what is typed into it. The
/// rules themselves are asked once with two numbers: a value is a line over what is typed, and neither what is due nor a state without a light depends on it.
/// </summary>
internal sealed class LightFormula
{
    /// <summary>Of <see cref="Offset"/> in a cell: a year before of 66.66… may not be cut where values are still told apart.</summary>
    public const int OffsetDecimals = 13;

    private readonly Indicator indicator;
    private readonly IndicatorRating rating;

    // A spreadsheet reckons in binary fractions of 15 to 17 digits: what differs by less is equal. Shares are below 100 and differ by as little as one
    // of the last decimal in millions makes; amounts may be large, and differ by their own decimals.
    private readonly int comparedDecimals;

    private readonly bool isAccepted;

    private LightFormula(Indicator indicator, IndicatorRating atZero, IndicatorRating atOne, bool isAccepted)
    {
        (this.indicator, this.isAccepted, rating, comparedDecimals) = (indicator, isAccepted, atZero, indicator.IsSum ? 8 : 11);
        Offset = atZero.Value ?? Rational.Zero;
        Factor = atZero.Value is { } zero && atOne.Value is { } one ? one - zero : Rational.Zero;
    }

    /// <summary>应达; null where nothing is judged.</summary>
    public Rational? Expected => rating.Target?.Expected;

    /// <summary>预警容差 in the unit of a difference; null where nothing is judged.</summary>
    public Rational? Tolerance => rating.Target?.Tolerance;

    /// <summary>What is added to what is typed: what earlier years came to, or less the year before of an increase; 0 for nothing.</summary>
    public Rational Offset { get; }

    /// <summary>How a value must stand to what is due.</summary>
    public Comparison Comparison => rating.YearTarget.Comparison;

    /// <summary>By how much the value grows where numerator over denominator grows by 1.</summary>
    private Rational Factor { get; }

    /// <summary>A value needs an amount or a year end that is not there.</summary>
    public bool LacksBaseline => rating.State == RagStatus.MissingBaseline;

    /// <summary>The word of a state as a formula says it.</summary>
    public static string Quoted(RagStatus state) => $"\"{state.Word()}\"";

    /// <param name="indicator">As it is judged in the quarter.</param>
    /// <param name="quarter">When.</param>
    /// <param name="unit">With its earlier figures, baseline and targets.</param>
    public static LightFormula Of(Indicator indicator, Quarter quarter, UnitCase unit) => Of(indicator, quarter, RatedCase.OfUnit(unit));

    /// <inheritdoc cref="Of(Indicator, Quarter, UnitCase)"/>
    /// <param name="indicator">As it is judged in the quarter.</param>
    /// <param name="quarter">When.</param>
    /// <param name="rated">A unit, or a whole with all units below it: of those to which the indicator does not apply nothing is assumed.</param>
    public static LightFormula Of(Indicator indicator, Quarter quarter, RatedCase rated)
    {
        var asked = rated.Units
            .Where(unit => (!rated.IsAggregate || unit.CountsFor(indicator)) && unit.FigureOf(quarter)?.ReasonNotApplicable(indicator) is null)
            .ToHashSet();
        IndicatorRating With(decimal number) => rated
            .With([.. rated.Units.Select(unit => asked.Count == 0 || asked.Contains(unit) ? unit.With(quarter, Probe(indicator, number)) : unit)])
            .Rate(indicator, quarter);
        return new LightFormula(indicator, With(0), With(1), rated.IsAcceptedOn(quarter.LastDay));
    }

    /// <summary>The value; empty while it cannot be reckoned.</summary>
    /// <param name="cellOf">The address of a typed number.</param>
    /// <param name="offset">The address of <see cref="Offset"/>.</param>
    public string Value(Func<InputKey, string> cellOf, string offset)
    {
        var value = indicator.Kind switch
        {
            MeasureKind.WaterLoss => $"({cellOf(InputKey.Supplied)}-{cellOf(InputKey.Billed)})/{cellOf(InputKey.Supplied)}*100"
                + (indicator.RatesUncorrectedLoss ? "" : $"-{cellOf(InputKey.Correction)}"),
            MeasureKind.Sum => cellOf(InputKey.Amount),
            MeasureKind.StockRatio or MeasureKind.FlowRatio => Line($"{cellOf(InputKey.Numerator)}/{cellOf(InputKey.Denominator)}"),
        };
        return rating.Value is null ? "\"\"" : $"IF({CannotReckon(cellOf)},\"\",{value}{(Offset.Sign == 0 ? "" : $"+{offset}")})";
    }

    /// <summary>The word of the state.</summary>
    /// <param name="cellOf">The address of a typed number.</param>
    /// <param name="reason">The address of 不适用原因.</param>
    /// <param name="value">The address of the value.</param>
    /// <param name="expected">The address of <see cref="Expected"/>.</param>
    /// <param name="tolerance">The address of <see cref="Tolerance"/>.</param>
    public string Light(Func<InputKey, string> cellOf, string reason, string value, string expected, string tolerance)
    {
        var judged = Judged(value, expected, tolerance);
        return $"IF({reason}<>\"\",{Quoted(RagStatus.NotApplicable)},IF({IsIncomplete(cellOf)},{Quoted(RagStatus.NotReported)},"
            + $"IF({IsNothingBuilt(cellOf)},{Quoted(RagStatus.NotApplicable)},IF({IsZeroBelow(cellOf)},\"\",{judged}))))";
    }

    /// <summary>The word of the state once there is a value: its light, or why nothing is judged.</summary>
    /// <inheritdoc cref="Light"/>
    public string Judged(string value, string expected, string tolerance)
    {
        if (rating.Target is null)
        {
            return Quoted(rating.State);
        }

        var gap = Comparison == Comparison.AtMost ? $"{value}-{expected}" : $"{expected}-{value}";
        var met = $"ROUND({gap},{comparedDecimals}){(Comparison == Comparison.MoreThan ? "<" : "<=")}0";
        var near = $"ROUND({gap}-{tolerance},{comparedDecimals})<=0";
        return isAccepted
            ? $"IF({met},{Quoted(RagStatus.Green)},{Quoted(RagStatus.Accepted)})"
            : $"IF({met},{Quoted(RagStatus.Green)},IF({near},{Quoted(RagStatus.Amber)},{Quoted(RagStatus.Red)}))";
    }

    /// <summary>1 where a unit has reported, with numbers or by saying that the indicator does not apply, otherwise 0.</summary>
    public string HasReported(Func<InputKey, string> cellOf, string reason) =>
        $"IF({reason}<>\"\",1,IF({IsIncomplete(cellOf)},0,IF({IsNothingBuilt(cellOf)},1,IF({IsZeroBelow(cellOf)},0,1))))";

    /// <summary>1 where a unit's numbers go into a whole, otherwise 0.</summary>
    public string Applies(Func<InputKey, string> cellOf, string reason) =>
        $"IF({reason}<>\"\",0,IF({CannotReckon(cellOf)},0,1))";

    private static ReportedFigure Probe(Indicator indicator, decimal number) => new(
        indicator.Kind switch
        {
            MeasureKind.WaterLoss => new ReportedInputs { Supplied = 1, Billed = 1, Correction = 0 },
            MeasureKind.Sum => new ReportedInputs { Amount = number },
            MeasureKind.StockRatio or MeasureKind.FlowRatio => new ReportedInputs { Numerator = number, Denominator = 1 },
        },
        NotApplicableReason: null,
        IsApproved: false);

    private static string Text(Rational value) => value.Round(OffsetDecimals).ToString(CultureInfo.InvariantCulture);

    private string Line(string ratio) => Factor == 1 ? ratio : $"{ratio}*{Text(Factor)}";

    private string IsNothingBuilt(Func<InputKey, string> cellOf) => indicator.ZeroOverZeroIsNotApplicable
        ? $"AND({cellOf(InputKey.Numerator)}=0,{cellOf(InputKey.Denominator)}=0)"
        : "FALSE";

    private string IsIncomplete(Func<InputKey, string> cellOf) =>
        string.Create(CultureInfo.InvariantCulture, $"COUNT({string.Join(',', indicator.Inputs.Select(field => cellOf(field.Key)))})<{indicator.Inputs.Count}");

    private string IsZeroBelow(Func<InputKey, string> cellOf) => indicator.Kind switch
    {
        MeasureKind.WaterLoss => $"{cellOf(InputKey.Supplied)}=0",
        MeasureKind.Sum => "FALSE",
        MeasureKind.StockRatio or MeasureKind.FlowRatio => $"{cellOf(InputKey.Denominator)}=0",
    };

    // A spreadsheet looks at every argument of OR, but not at the branch that it does not take.
    private string CannotReckon(Func<InputKey, string> cellOf) => $"IF({IsIncomplete(cellOf)},TRUE,{IsZeroBelow(cellOf)})";
}
