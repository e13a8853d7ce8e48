using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>From where on a typed value gets a warning (需核对), as the catalogue says it.</summary>
public sealed record CheckLimits
{
    private readonly Dictionary<(int Indicator, InputKey Field), Rational> leapOfFields;

    private readonly Dictionary<(int Indicator, InputKey Field), bool> evidenceOfFields;
    private readonly bool needsEvidence;

    private CheckLimits(CheckRule leap, CheckRule evidence)
    {
        Leap = leap.ValueOf("factor");
        LeastDifference = leap.ValueOf("least_difference");
        leapOfFields = leap.OfFields("factor").ToDictionary(setting => (setting.IndicatorNumber!.Value, setting.Field!.Value), setting => (Rational)setting.Value);
        EvidenceFactor = evidence.ValueOf("factor");
        needsEvidence = evidence.ValueOf("required") > 0;
        evidenceOfFields = evidence.OfFields("required").ToDictionary(setting => (setting.IndicatorNumber!.Value, setting.Field!.Value), setting => setting.Value > 0);
        AsksForEvidence = EvidenceFactor > 0 || needsEvidence || evidenceOfFields.ContainsValue(true);
    }

    /// <summary>A number more than this many times its last one, or less than its inverse, gets a warning.</summary>
    public Rational Leap { get; }

    /// <summary>A smaller difference than this is rounding, however many times more it is: 0.01 万平方米 against 0.</summary>
    public decimal LeastDifference { get; }

    /// <summary>How near a number must be to a power of ten, as a share of it, to be a slip of the point or the unit.</summary>
    public required Rational SlipTolerance { get; init; }

    /// <summary>A result that changed by more than this share of its last one gets a warning.</summary>
    public required Rational ResultJump { get; init; }

    /// <summary>The share of what hardly moves (<see cref="Indicator.IsSteady"/>) gets a warning when it changed by more, percentage points.</summary>
    public required Rational SteadyPoints { get; init; }

    /// <summary>A sum that grows this many times faster than the year's curve gets a warning.</summary>
    public required Rational PaceJump { get; init; }

    /// <summary>An even flow that is less than this share of what the time gone by gives gets a warning.</summary>
    public required Rational SlowestPace { get; init; }

    /// <summary>A number off by more than this share of what was expected may have two digits swapped.</summary>
    public required Rational SwapDifference { get; init; }

    /// <summary>How many times nearer to what was expected the number must be with its digits put right.</summary>
    public required Rational SwapNearer { get; init; }

    /// <summary>A percentage of at most this is perhaps a share typed for a percentage.</summary>
    public required Rational TinyPercentage { get; init; }

    /// <summary>A first quarter's amount of more than this many times last year's whole gets a warning.</summary>
    public required Rational FirstQuarter { get; init; }

    /// <summary>Two numbers about nearly the same fact get a warning when they differ by more than this share of the larger.</summary>
    public required Rational FactDifference { get; init; }

    /// <summary>A unit that makes up more than this many times its usual share of the city's figure is pointed out.</summary>
    public required Rational UnitWeight { get; init; }

    /// <summary>The units' sum is pointed out when it is off a yearbook's number by more than this share.</summary>
    public required Rational CityDeviation { get; init; }

    /// <summary>A number more than this many times its last one, or less than its inverse, is submitted only with evidence; 0 asks for none.</summary>
    public Rational EvidenceFactor { get; }

    /// <summary>Whether any value has to have evidence.</summary>
    public bool AsksForEvidence { get; }

    public static CheckLimits Of(CheckRules rules)
    {
        var (jump, swapped) = (rules[CheckCode.Jump], rules[CheckCode.DigitsSwapped]);
        return new CheckLimits(rules[CheckCode.Leap], rules[CheckCode.NoEvidence])
        {
            SlipTolerance = Share(rules[CheckCode.UnitSlip], "tolerance"),
            ResultJump = Share(jump, "change"),
            SteadyPoints = jump.ValueOf("points"),
            PaceJump = jump.ValueOf("pace"),
            SlowestPace = Share(rules[CheckCode.SumSlow], "pace"),
            SwapDifference = Share(swapped, "difference"),
            SwapNearer = swapped.ValueOf("nearer"),
            FirstQuarter = rules[CheckCode.OverLastYear].ValueOf("factor"),
            FactDifference = Share(rules[CheckCode.SameFact], "difference"),
            UnitWeight = rules[CheckCode.UnitWeight].ValueOf("factor"),
            CityDeviation = Share(rules[CheckCode.CityDeviation], "deviation"),
            TinyPercentage = rules[CheckCode.TinyPercentage].ValueOf("most"),
        };
    }

    /// <summary>The factor of one field: its own where the bureau has set one.</summary>
    public Rational LeapOf(Indicator indicator, InputField field) => leapOfFields.GetValueOrDefault((indicator.Number, field.Key), Leap);

    /// <summary>Whether a field is submitted only with evidence, whatever its number.</summary>
    public bool NeedsEvidence(Indicator indicator, InputField field) => evidenceOfFields.GetValueOrDefault((indicator.Number, field.Key), needsEvidence);

    private static Rational Share(CheckRule rule, string parameter) => (Rational)rule.ValueOf(parameter) / 100;
}
