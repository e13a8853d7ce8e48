using System.Globalization;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>
/// A term as it stands in an address and as programs send it, for example <c>target.12.2025~15</c>, <c>curve.16~5_40_80_100</c>,
/// <c>reading.Q4~all</c> or <c>input.150525.2025Q3.3~58_100</c>: what, of what, and behind a tilde its numbers.
/// </summary>
public static class RuleTermText
{
    private const int Longest = 1100;
    private const int LongestShown = 40;

    /// <summary>Reads what comes from outside.</summary>
    /// <exception cref="RefusalException">Invalid: too many, too long, or not to be understood.</exception>
    public static IReadOnlyList<RuleTerm> Read(IReadOnlyList<string?> texts) => texts.Count > RuleTerm.Most
        ? throw Invalid($"一次最多{RuleTerm.Most}项，请分几次试算。")
        : [.. texts.Select(Read)];

    /// <summary>The one text of a term.</summary>
    public static string Of(RuleTerm term) => term switch
    {
        IndicatorTerm changed => Of(changed),
        ReadingTerm read => $"reading.{read.QuestionId}~{read.ReadingKey}",
        WordsTerm said => $"words.{said.QuestionId}~{said.Words}",
        UnitTargetTerm target => string.Create(CultureInfo.InvariantCulture, $"own.{target.UnitCode}.{target.IndicatorNumber}.{target.Year}~{Text(target.Value)}"),
        BaselineTerm baseline => $"base.{baseline.UnitCode}.{baseline.IndicatorNumber}~{Text(baseline.Inputs)}",
        DeviationTerm { Until: null } withdrawn => $"deviation.{withdrawn.UnitCode}.{withdrawn.IndicatorNumber}~none",
        DeviationTerm deviation => $"deviation.{deviation.UnitCode}.{deviation.IndicatorNumber}~{deviation.Until:yyyy-MM-dd}",
        InputTerm input => $"input.{input.Key.UnitCode}.{input.Key.Quarter}.{input.Key.IndicatorNumber}~{Text(input.Inputs)}",
        _ => throw new InvalidOperationException($"{term} is no known term."),
    };

    private static string Of(IndicatorTerm term) => term.Change switch
    {
        { Targets: [{ Value: { } value } target] } => $"target.{term.IndicatorNumber}.{target.Year}~{Text(value)}",
        { Tolerance: { } tolerance } => $"tolerance.{term.IndicatorNumber}~{Text(tolerance)}",
        { ProgressCurve: { } curve } => $"curve.{term.IndicatorNumber}~{string.Join('_', curve.Select(share => Text(share * 100)))}",
        { CityScope: { } scope } => $"scope.{term.IndicatorNumber}~{(scope == CityScope.AllUnits ? "all" : "central")}",
        _ => throw new InvalidOperationException("A term changes one thing."),
    };

    private static RuleTerm Read(string? text)
    {
        if (text is not { Length: > 0 and <= Longest } || text.Split('~', 2) is not [var subject, var value])
        {
            throw NotUnderstood(text);
        }

        return (subject.Split('.'), value) switch
        {
            (["target", var number, var year], _) => new IndicatorTerm(
                Whole(number, text), new IndicatorChange { Targets = [new TargetChange(Whole(year, text), Number(value, text), null, null, null)] }),
            (["tolerance", var number], _) => new IndicatorTerm(Whole(number, text), new IndicatorChange { Tolerance = Number(value, text) }),
            (["curve", var number], _) => new IndicatorTerm(
                Whole(number, text), new IndicatorChange { ProgressCurve = [.. Numbers(value, text).Select(share => share / 100)] }),
            (["scope", var number], "all") => new IndicatorTerm(Whole(number, text), new IndicatorChange { CityScope = CityScope.AllUnits }),
            (["scope", var number], "central") => new IndicatorTerm(Whole(number, text), new IndicatorChange { CityScope = CityScope.CentralUrban }),
            (["reading", var question], _) => new ReadingTerm(question, value),
            (["words", var question], _) => new WordsTerm(question, value.Trim()),
            (["own", var unit, var number, var year], _) => new UnitTargetTerm(unit, Whole(number, text), Whole(year, text), Number(value, text)),
            (["base", var unit, var number], _) => new BaselineTerm(unit, Whole(number, text), Inputs(value, text)),
            (["deviation", var unit, var number], "none") => new DeviationTerm(unit, Whole(number, text), Until: null),
            (["deviation", var unit, var number], _) => new DeviationTerm(unit, Whole(number, text), Day(value, text)),
            (["input", var unit, var quarter, var number], _) => new InputTerm(new ValueKey(unit, Quarter.Read(quarter), Whole(number, text)), Inputs(value, text)),
            _ => throw NotUnderstood(text),
        };
    }

    /// <summary>The numbers of a value in the order of its fields: which fields these are is the indicator's to say, and how many there are tells.</summary>
    private static ReportedInputs Inputs(string value, string text) => Numbers(value, text) switch
    {
        [var amount] => new ReportedInputs { Amount = amount },
        [var numerator, var denominator] => new ReportedInputs { Numerator = numerator, Denominator = denominator },
        [var supplied, var billed, var correction] => new ReportedInputs { Supplied = supplied, Billed = billed, Correction = correction },
        _ => throw NotUnderstood(text),
    };

    private static string Text(ReportedInputs inputs) => string.Join(
        '_', new[] { inputs.Amount, inputs.Numerator, inputs.Denominator, inputs.Supplied, inputs.Billed, inputs.Correction }.OfType<decimal>().Select(Text));

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static List<decimal> Numbers(string value, string text) => [.. value.Split('_').Select(number => Number(number, text))];

    private static decimal Number(string value, string text) =>
        value.Length <= 20 && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw NotUnderstood(text);

    private static DateOnly Day(string value, string text) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw NotUnderstood(text);

    private static int Whole(string value, string text) =>
        value.Length <= 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw NotUnderstood(text);

    private static RefusalException NotUnderstood(string? text) => Invalid(
        $"看不懂“{(text?.Length > LongestShown ? text[..LongestShown] + "…" : text)}”这一项，请在试算页面重新选择。");

    private static RefusalException Invalid(string message) => RefusalException.Invalid(RefusalCodes.InvalidRule, message, new FieldFault("terms", message));
}
