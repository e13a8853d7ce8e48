namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Which check rule (校核规则) a finding rests on. Nothing can be found that is not of one of them; each is a rule of the catalogue.</summary>
public sealed class CheckCode
{
    private static readonly List<CheckCode> Known = [];

    private CheckCode(string name)
    {
        Name = name;
        Known.Add(this);
    }

    public static CheckCode UnexpectedField { get; } = new("unexpected_field");

    public static CheckCode Negative { get; } = new("negative");

    public static CheckCode TooLarge { get; } = new("too_large");

    public static CheckCode NotWhole { get; } = new("not_whole");

    public static CheckCode TooManyDecimals { get; } = new("too_many_decimals");

    public static CheckCode CorrectionRange { get; } = new("correction_range");

    public static CheckCode ZeroDenominator { get; } = new("zero_denominator");

    public static CheckCode NumeratorOverDenominator { get; } = new("numerator_over_denominator");

    public static CheckCode BilledOverSupplied { get; } = new("billed_over_supplied");

    public static CheckCode OutOfRange { get; } = new("out_of_range");

    public static CheckCode Missing { get; } = new("missing");

    public static CheckCode UnitSlip { get; } = new("unit_slip");

    public static CheckCode Leap { get; } = new("leap");

    public static CheckCode DigitsSwapped { get; } = new("digits_swapped");

    public static CheckCode SumFell { get; } = new("sum_fell");

    public static CheckCode CountFell { get; } = new("count_fell");

    public static CheckCode SumSlow { get; } = new("sum_slow");

    public static CheckCode Jump { get; } = new("jump");

    public static CheckCode Unchanged { get; } = new("unchanged");

    public static CheckCode TinyPercentage { get; } = new("tiny_percentage");

    public static CheckCode Unusual { get; } = new("unusual");

    public static CheckCode OverLastYear { get; } = new("over_last_year");

    public static CheckCode SameFact { get; } = new("same_fact");

    public static CheckCode NoRemedy { get; } = new("no_remedy");

    public static CheckCode UnitWeight { get; } = new("unit_weight");

    public static CheckCode CityDeviation { get; } = new("city_deviation");

    public static CheckCode NoEvidence { get; } = new("no_evidence");

    public static CheckCode WholeUnchanged { get; } = new("whole_unchanged");

    /// <summary>All of them, in the order of the catalogue.</summary>
    public static IReadOnlyList<CheckCode> All => Known;

    /// <summary>Stable, for programs and in stored keys.</summary>
    public string Name { get; }

    public override string ToString() => Name;
}
