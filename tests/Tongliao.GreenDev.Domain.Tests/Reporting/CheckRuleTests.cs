using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>The catalogue and the engine are about the same rules, and what is set in the one holds in the other.</summary>
public sealed class CheckRuleTests
{
    /// <summary>One value that each rule is raised by; a rule without one is not known to do anything.</summary>
    private static readonly Dictionary<CheckCode, Func<IEnumerable<Finding>>> Examples = new()
    {
        [CheckCode.UnexpectedField] = () => Errors(1, new ReportedInputs { Amount = 1 }),
        [CheckCode.Negative] = () => Errors(1, Inputs(-1, 2)),
        [CheckCode.TooLarge] = () => Errors(1, Inputs(1, 1_000_000_000_000m)),
        [CheckCode.NotWhole] = () => Errors(2, Inputs(1.5m, 2)),
        [CheckCode.TooManyDecimals] = () => Errors(1, Inputs(1.00001m, 2)),
        [CheckCode.CorrectionRange] = () => Errors(8, new ReportedInputs { Supplied = 10, Billed = 9, Correction = 11 }),
        [CheckCode.ZeroDenominator] = () => Errors(1, Inputs(0, 0)),
        [CheckCode.NumeratorOverDenominator] = () => Errors(1, Inputs(3, 2)),
        [CheckCode.BilledOverSupplied] = () => Errors(8, new ReportedInputs { Supplied = 10, Billed = 11, Correction = 0 }),
        [CheckCode.OutOfRange] = () => Errors(8, new ReportedInputs { Supplied = 10, Billed = 10, Correction = 5 }),
        [CheckCode.Missing] = () => ValueChecks.Missing(TestData.Indicator(1), new ReportedFigure(Inputs(1, null), null, IsApproved: false)),
        [CheckCode.UnitSlip] = () => Warnings(1, "2025Q2", Inputs(1000, 3000), Inputs(10, 30)),
        [CheckCode.Leap] = () => Warnings(1, "2025Q2", Inputs(40, 90), Inputs(10, 30)),
        [CheckCode.DigitsSwapped] = () => Warnings(1, "2025Q2", Inputs(19, 36), Inputs(19, 63)),
        [CheckCode.SumFell] = () => Warnings(10, "2025Q2", Inputs(95, 98), Inputs(100, 105)),
        [CheckCode.CountFell] = () => Warnings(2, "2025Q2", Inputs(48, 100), Inputs(50, 100)),
        [CheckCode.SumSlow] = () => Warnings(10, "2025Q2", Inputs(101, 106), Inputs(100, 105)),
        [CheckCode.Jump] = () => Warnings(6, "2025Q2", Inputs(80, 100), Inputs(90, 100)),
        [CheckCode.Unchanged] = () => Warnings(10, "2025Q2", Inputs(100, 105), Inputs(100, 105)),
        [CheckCode.TinyPercentage] = () => Warnings(6, "2025Q2", Inputs(0.9m, 100)),
        [CheckCode.OverLastYear] = () => Warnings(10, "2025Q1", Inputs(410, 430), Inputs(400, 420)),
        [CheckCode.SameFact] = () => Checked(18, "2025Q2", Inputs(5, 10), _ => Figure(Inputs(5, 30))),
        [CheckCode.NoRemedy] = () => Checked(6, "2025Q2", Inputs(20, 100), _ => null),
        [CheckCode.NoEvidence] = () => Supported(With(CheckCode.NoEvidence, new CheckSetting("required", 1)), Inputs(80, 100)),
        [CheckCode.WholeUnchanged] = () => CheckEngine.Findings(
            Quarter.Parse("2025Q2"),
            Figure(Inputs(100, 105)),
            new CheckContext(TestData.Indicator(10), TestData.Unit("150525").Ratio("2025Q1", 100, 105).Build(), _ => null, TestData.Checks)
            {
                CarriedOver = () => new CarriedOver(10, "whole_unchanged:report:0", IsOpen: true),
            }),
        [CheckCode.Unusual] = () => Warnings(6, "2025Q2", Inputs(2, 100)),
    };

    /// <summary>Those that are no finding of one value; they have tests of their own.</summary>
    private static readonly CheckCode[] Hints = [CheckCode.UnitWeight, CheckCode.CityDeviation];

    public static TheoryData<string> Codes => [.. CheckCode.All.Except(Hints).Select(code => code.Name)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_WithItsExample_IsRaised(string name)
    {
        var code = CheckCode.All.Single(known => known.Name == name);

        var finding = Examples[code]().FirstOrDefault(raised => raised.Rule == code);

        Assert.NotNull(finding);
        Assert.Equal(TestData.Checks[code].Severity, finding.Severity);
    }

    [Fact]
    public void Catalogue_HasEveryCodeOnce_NumberedWithoutAGap()
    {
        var rules = TestData.Checks.All;

        Assert.Equal(CheckCode.All.Select(code => code.Name).Order(StringComparer.Ordinal), rules.Select(rule => rule.Code).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, rules.Count), rules.Select(rule => rule.Number));
        Assert.Equal("校核01", rules[0].Name);
    }

    [Fact]
    public void Hints_AreExactlyTheRulesThatNoValueIsAskedBy() => Assert.Equal(
        Hints.Select(code => code.Name), TestData.Checks.All.Where(rule => rule.Severity == FindingSeverity.Hint).Select(rule => rule.Code));

    [Fact]
    public void Rules_LackingOneOfTheEngine_AreRefused() =>
        Assert.Throws<InvalidOperationException>(() => new CheckRules([.. TestData.Checks.All.Skip(1)]));

    [Fact]
    public void Limits_LaterVersionOfARule_HoldsInsteadOfTheFirst()
    {
        var rules = With(CheckCode.Leap, new CheckSetting("factor", 3));

        Assert.Equal((Rational)3, rules.Limits.Leap);
        Assert.Equal((Rational)2, TestData.Checks.Limits.Leap);
        Assert.Equal([2, 1], rules.VersionsOf(rules[CheckCode.Leap]).Select(rule => rule.Version));
    }

    [Fact]
    public void LeapOfOneField_Set_HoldsForThatFieldAlone()
    {
        var limits = With(CheckCode.Leap, new CheckSetting("factor", 4, 1, InputKey.Denominator)).Limits;

        var findings = ValueWarnings.Of(TestData.Indicator(1), Quarter.Parse("2025Q2"), Figure(Inputs(30, 90)), Before("2025Q2", Inputs(10, 30)), limits);

        Assert.Equal(["leap"], findings.Where(finding => finding.Field == InputKey.Numerator).Select(finding => finding.Code));
        Assert.DoesNotContain(findings, finding => finding.Field == InputKey.Denominator);
    }

    /// <summary>What explained a finding explains it under another threshold as well.</summary>
    [Fact]
    public void Key_UnderAnotherThreshold_IsTheSame()
    {
        var strict = With(CheckCode.Leap, new CheckSetting("factor", 1.5m)).Limits;
        var (now, before) = (Figure(Inputs(30, 90)), Before("2025Q2", Inputs(10, 30)));

        Assert.Equal(
            ValueWarnings.Of(TestData.Indicator(1), Quarter.Parse("2025Q2"), now, before, TestData.Checks.Limits).Select(finding => finding.Key),
            ValueWarnings.Of(TestData.Indicator(1), Quarter.Parse("2025Q2"), now, before, strict).Select(finding => finding.Key));
    }

    [Theory]
    [InlineData(3, "超过原数的3倍")]
    [InlineData(2, "超过原数的两倍")]
    public void Message_OfALeap_SaysTheFactorThatIsSet(int factor, string words)
    {
        var limits = With(CheckCode.Leap, new CheckSetting("factor", factor)).Limits;

        var findings = ValueWarnings.Of(TestData.Indicator(1), Quarter.Parse("2025Q2"), Figure(Inputs(50, 120)), Before("2025Q2", Inputs(10, 30)), limits);

        Assert.Contains(words, findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_ReleaseWithOtherWords_KeepsWhatIsSet()
    {
        var set = TestData.Checks[CheckCode.Leap].With([new CheckSetting("factor", 3)], "试行", Recording.OnTrial);
        var delivered = Delivered(TestData.Checks[CheckCode.Leap], "新的表述", most: 20);

        var next = set.As(delivered);

        Assert.NotNull(next);
        Assert.Equal((3, "新的表述", 3m), (next.Version, next.Wording, next.ValueOf("factor")));
        Assert.Null(next.As(delivered));
    }

    [Fact]
    public void As_ReleaseThatForbidsWhatIsSet_GoesBackToTheDefault()
    {
        var set = TestData.Checks[CheckCode.Leap].With([new CheckSetting("factor", 15)], "试行", Recording.OnTrial);

        var next = set.As(Delivered(set, set.Wording, most: 10));

        Assert.Equal(2m, next?.ValueOf("factor"));
    }

    private static CheckRule Delivered(CheckRule rule, string wording, decimal most) => new()
    {
        Number = rule.Number,
        Version = 1,
        Code = rule.Code,
        Title = rule.Title,
        Wording = wording,
        Basis = rule.Basis,
        Severity = rule.Severity,
        Parameters = [.. rule.Parameters.Select(parameter => parameter.Key == "factor" ? parameter with { Most = most } : parameter)],
        Settings = [],
        Reason = "随平台发布",
        Recorded = Recording.OnTrial,
    };

    private static CheckRules With(CheckCode code, CheckSetting setting) =>
        new([.. TestData.Checks.All, TestData.Checks[code].With([setting], "试行", Recording.OnTrial)]);

    [Theory]
    [InlineData("required", 1, 1, InputKey.Numerator, true)]
    [InlineData("required", 1, 2, InputKey.Numerator, false)]
    [InlineData("required", 1, null, null, true)]
    [InlineData("factor", 5, null, null, false)]
    [InlineData("factor", 3, null, null, true)]
    [InlineData("factor", 0, null, null, false)]
    public void Evidence_IsAskedForWhereARuleSaysSo(string parameter, int value, int? indicator, InputKey? field, bool isAsked)
    {
        var findings = Supported(With(CheckCode.NoEvidence, new CheckSetting(parameter, value, indicator, field)), Inputs(40, 90), Inputs(10, 30));

        Assert.Equal(isAsked, findings.Any(finding => finding is { Rule: var rule, Severity: FindingSeverity.Missing } && rule == CheckCode.NoEvidence));
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    [InlineData(15, false)]
    [InlineData(14, true)]
    public void Evidence_AskedForByFactor_CountsRisesAndFalls(int numerator, bool isAsked)
    {
        var findings = Supported(With(CheckCode.NoEvidence, new CheckSetting("factor", 2)), Inputs(numerator, 90), Inputs(30, 90));

        Assert.Equal(isAsked, findings.Any(finding => finding.Rule == CheckCode.NoEvidence));
    }

    [Fact]
    public void Evidence_ThatStandsThere_OrThatNobodyAsksFor_IsNotMissed()
    {
        Assert.DoesNotContain(Supported(TestData.Checks, Inputs(40, 90), Inputs(10, 30)), finding => finding.Rule == CheckCode.NoEvidence);
        var asked = With(CheckCode.NoEvidence, new CheckSetting("required", 1));
        var context = new CheckContext(TestData.Indicator(1), TestData.Unit("150525").Build(), _ => null, asked);

        Assert.DoesNotContain(CheckEngine.Findings(Quarter.Parse("2025Q2"), Figure(Inputs(40, 90)), context), finding => finding.Rule == CheckCode.NoEvidence);
        Assert.DoesNotContain(
            CheckEngine.Findings(Quarter.Parse("2025Q2"), new ReportedFigure(null, "本地区无此项", IsApproved: false), context with { LacksEvidence = true }),
            finding => finding.Rule == CheckCode.NoEvidence);
    }

    private static IReadOnlyList<Finding> Supported(CheckRules rules, ReportedInputs now, ReportedInputs? before = null)
    {
        var known = TestData.Unit("150525").Build();
        foreach (var (quarter, figure) in Before("2025Q2", before))
        {
            known = known.With(quarter, figure);
        }

        return CheckEngine.Findings(
            Quarter.Parse("2025Q2"), Figure(now), new CheckContext(TestData.Indicator(1), known, _ => null, rules) { LacksEvidence = true });
    }

    private static IReadOnlyList<Finding> Errors(int number, ReportedInputs inputs) => ValueChecks.Errors(TestData.Indicator(number), inputs);

    private static IReadOnlyList<Finding> Warnings(int number, string quarter, ReportedInputs now, ReportedInputs? before = null) =>
        ValueWarnings.Of(TestData.Indicator(number), Quarter.Parse(quarter), Figure(now), Before(quarter, before), TestData.Checks.Limits);

    private static IReadOnlyList<Finding> Checked(int number, string quarter, ReportedInputs now, Func<int, ReportedFigure?> beside) => CheckEngine.Findings(
        Quarter.Parse(quarter), Figure(now), new CheckContext(TestData.Indicator(number), TestData.Unit("150525").Build(), beside, TestData.Checks));

    private static Dictionary<Quarter, ReportedFigure> Before(string quarter, ReportedInputs? inputs) =>
        inputs is null ? [] : new() { [Quarter.Parse(quarter).Previous] = Figure(inputs) };

    private static ReportedFigure Figure(ReportedInputs inputs) => new(inputs, null, IsApproved: false);

    private static ReportedInputs Inputs(decimal? numerator, decimal? denominator) => new() { Numerator = numerator, Denominator = denominator };
}
