using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What a typed value must satisfy; warnings are given by <see cref="ValueWarnings"/>. Pure; the same on screen, in the API and in an import.</summary>
public static class ValueChecks
{
    public const int MaxTextLength = 1000;

    private const decimal MaxInteger = 999_999_999_999m;
    private const int MaxDecimals = 4;
    private const decimal MaxCorrection = 10m;

    /// <summary>Whether a number can be stored as an amount: not negative, at most twelve digits before the point and four behind it.</summary>
    public static bool IsQuantity(decimal value) => value >= 0 && value < MaxInteger + 1 && !HasTooManyDecimals(value);

    /// <summary>Faults for which nothing is stored. A field left empty is no fault of a draft.</summary>
    public static IReadOnlyList<Finding> Errors(Indicator indicator, ReportedInputs inputs)
    {
        var findings = FieldErrors(indicator, inputs);
        if (findings.Count == 0)
        {
            CheckTogether(findings, indicator, inputs);
        }

        return findings;
    }

    /// <summary>Those of them that are of one number alone, whatever the others are.</summary>
    public static List<Finding> FieldErrors(Indicator indicator, ReportedInputs inputs)
    {
        var findings = new List<Finding>();
        foreach (var key in Enum.GetValues<InputKey>())
        {
            CheckField(findings, indicator, key, inputs[key]);
        }

        return findings;
    }

    /// <summary>What keeps a stored value from being submitted: fields still empty.</summary>
    public static IReadOnlyList<Finding> Missing(Indicator indicator, ReportedFigure figure)
    {
        if (figure.ReasonNotApplicable(indicator) is not null)
        {
            return [];
        }

        return
        [
            .. indicator.Inputs
                .Where(field => (figure.Inputs ?? ReportedInputs.None)[field.Key] is null)
                .Select(field => new Finding(FindingSeverity.Missing, CheckCode.Missing, field.Key, $"“{field.Label}”尚未填写，请填写后再上报；确不适用的请选择“不适用”并说明原因。")),
        ];
    }

    /// <summary>What the typed numbers come to by themselves, before baselines and earlier years. The inputs must be complete and checked.</summary>
    public static Rational OwnValue(Indicator indicator, ReportedInputs inputs) => indicator.Kind switch
    {
        MeasureKind.StockRatio or MeasureKind.FlowRatio => (Rational)inputs.Numerator!.Value * indicator.Scale / inputs.Denominator!.Value,
        MeasureKind.WaterLoss => (((Rational)inputs.Supplied!.Value - inputs.Billed!.Value) * 100 / inputs.Supplied.Value) - inputs.Correction!.Value,
        MeasureKind.Sum => inputs.Amount!.Value,
    };

    private static void CheckField(List<Finding> findings, Indicator indicator, InputKey key, decimal? typed)
    {
        if (typed is not { } value)
        {
            return;
        }

        var field = indicator.Inputs.FirstOrDefault(f => f.Key == key);
        if (field is null)
        {
            findings.Add(Error(CheckCode.UnexpectedField, key, $"指标{indicator.Number}不填此项，请改填：{string.Join('、', indicator.Inputs.Select(f => f.Label))}。"));
        }
        else if (key == InputKey.Correction)
        {
            CheckCorrection(findings, field, value);
        }
        else if (value < 0)
        {
            findings.Add(Error(CheckCode.Negative, key, $"“{field.Label}”不能为负数，请填写0或正数。"));
        }
        else if (value > MaxInteger + 1 - 0.0001m)
        {
            findings.Add(Error(CheckCode.TooLarge, key, $"“{field.Label}”整数部分最多12位，请核对单位是否为“{field.Unit}”。"));
        }

        if (field is { IsCount: true } && decimal.Truncate(value) != value)
        {
            findings.Add(Error(CheckCode.NotWhole, key, $"“{field.Label}”按{field.Unit}计数，请填写整数（单位：{field.Unit}），不能带小数。"));
        }
        else if (field is not null && HasTooManyDecimals(value))
        {
            findings.Add(Error(CheckCode.TooManyDecimals, key, $"“{field.Label}”最多保留4位小数，请四舍五入后填写。"));
        }
    }

    private static void CheckCorrection(List<Finding> findings, InputField field, decimal value)
    {
        if (Math.Abs(value) > MaxCorrection)
        {
            findings.Add(Error(CheckCode.CorrectionRange, field.Key, $"“{field.Label}”应在−10至10个百分点之间，请核对。"));
        }
    }

    private static bool HasTooManyDecimals(decimal value) => decimal.Round(value, MaxDecimals) != value;

    private static void CheckTogether(List<Finding> findings, Indicator indicator, ReportedInputs inputs)
    {
        // Each looks at fields which only its kind of indicator has.
        CheckRatio(findings, indicator, inputs);
        CheckWaterLoss(findings, inputs);
        if (findings.Count == 0 && CanDivide(indicator, inputs) && !WithinHardRange(indicator, OwnValue(indicator, inputs)))
        {
            var unitHint = indicator.IsSum ? $"，请核对单位是否为“{indicator.Unit}”" : "，请核对后重新填写";
            findings.Add(Error(
                CheckCode.OutOfRange,
                OutOfRangeField(indicator, inputs),
                $"结果为{Text(OwnValue(indicator, inputs))}{indicator.Unit}，应在{Text(indicator.HardRange.Lower)}—{Text(indicator.HardRange.Upper)}之间{unitHint}。"));
        }
    }

    /// <summary>The correction where the result would do without it; otherwise what is typed first.</summary>
    private static InputKey OutOfRangeField(Indicator indicator, ReportedInputs inputs) =>
        indicator.Kind == MeasureKind.WaterLoss && WithinHardRange(indicator, OwnValue(indicator, inputs.With(InputKey.Correction, 0)))
            ? InputKey.Correction
            : indicator.Inputs[0].Key;

    private static bool CanDivide(Indicator indicator, ReportedInputs inputs) =>
        inputs.IsCompleteFor(indicator) && !inputs.HasZeroDenominator;

    private static void CheckRatio(List<Finding> findings, Indicator indicator, ReportedInputs inputs)
    {
        if (inputs.Denominator == 0 && !(indicator.ZeroOverZeroIsNotApplicable && inputs.Numerator is 0 or null))
        {
            findings.Add(Error(CheckCode.ZeroDenominator, InputKey.Denominator, $"“{Label(indicator, InputKey.Denominator)}”不能为0；确无此项的请选择“不适用”并说明原因。"));
        }
        else if (indicator.IsPercentage && inputs.Numerator > inputs.Denominator)
        {
            findings.Add(Error(CheckCode.NumeratorOverDenominator, InputKey.Numerator, $"“{Label(indicator, InputKey.Numerator)}”不能大于“{Label(indicator, InputKey.Denominator)}”，请核对两项数据。"));
        }
    }

    private static void CheckWaterLoss(List<Finding> findings, ReportedInputs inputs)
    {
        if (inputs.Supplied == 0)
        {
            findings.Add(Error(CheckCode.ZeroDenominator, InputKey.Supplied, "“供水总量”不能为0；确无公共供水的请选择“不适用”并说明原因。"));
        }
        else if (inputs.Billed > inputs.Supplied)
        {
            findings.Add(Error(CheckCode.BilledOverSupplied, InputKey.Billed, "“注册用户用水量”不能大于“供水总量”，请核对两项数据。"));
        }
    }

    private static bool WithinHardRange(Indicator indicator, Rational value) =>
        value >= indicator.HardRange.Lower && value <= indicator.HardRange.Upper;

    private static string Label(Indicator indicator, InputKey key) =>
        indicator.Inputs.First(field => field.Key == key).Label;

    private static string Text(Rational value) => value.Round(MaxDecimals).ToString(CultureInfo.InvariantCulture);

    private static Finding Error(CheckCode code, InputKey field, string message) => new(FindingSeverity.Error, code, field, message);
}
