using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Warnings (需核对): what is stored all the same, but to be explained before it is submitted. Pure; the same on screen, in the API and in an import.</summary>
public static class ValueWarnings
{
    /// <summary>How many quarters back a number is looked for when last quarter's is not there.</summary>
    private const int QuartersBack = 4;

    /// <summary>The quarters whose figures a value of <paramref name="quarter"/> is compared with, the latest first.</summary>
    public static IReadOnlyList<Quarter> ComparedQuarters(Quarter quarter)
    {
        var compared = new List<Quarter>();
        for (var before = quarter.Previous; compared.Count < QuartersBack; before = before.Previous)
        {
            compared.Add(before);
        }

        return compared;
    }

    /// <summary>All that is to be asked about a value: of each number against its last one first, then of the result.</summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="quarter">The quarter of <paramref name="figure"/>.</param>
    /// <param name="figure">What was typed.</param>
    /// <param name="figures">What the same unit typed before, by quarter; only <see cref="ComparedQuarters"/> are looked at.</param>
    /// <param name="limits">The thresholds in force.</param>
    public static IReadOnlyList<Finding> Of(
        Indicator indicator, Quarter quarter, ReportedFigure figure, IReadOnlyDictionary<Quarter, ReportedFigure> figures, CheckLimits limits)
    {
        if (figure.UsableInputs(indicator) is not { } inputs)
        {
            return [];
        }

        // Numbers that are all last quarter's are asked about once, not each for itself.
        var isRepeated = RepeatsFlow(indicator, quarter, figure, figures);
        List<Finding> findings = isRepeated
            ? []
            : [.. indicator.Inputs.Select(field => InputComparison.Of(indicator, field, quarter, inputs, figures, limits)).OfType<Finding>()];

        // A result that jumps because a number did is asked about once, at the number.
        var isAsked = findings.Count > 0;
        CheckResult(findings, indicator, inputs, limits);
        if (!isAsked && !indicator.IsSum)
        {
            CompareResult(findings, indicator, quarter, inputs, figures, limits);
        }

        if (isRepeated)
        {
            findings.Add(Warning(
                CheckCode.Unchanged,
                FindingKey.OfResult(CheckCode.Unchanged, indicator, inputs, inputs),
                quarter.Number == 1
                    ? "各项数据与上季度（去年全年累计）完全相同，本年累计应从1月1日重新计起，请核对是否沿用了上季度数据；属实请填写说明。"
                    : "本年累计数与上季度完全相同，请核对是否沿用了上季度数据；属实请填写说明。"));
        }

        return findings;
    }

    /// <summary>Whether a value says the very same as the quarter before; two quarters that say nothing do not.</summary>
    public static bool Repeats(
        Indicator indicator, Quarter quarter, ReportedFigure figure, IReadOnlyDictionary<Quarter, ReportedFigure> figures) =>
        figures.GetValueOrDefault(quarter.Previous) is { } before
        && (figure.UsableInputs(indicator) is { } inputs
            ? inputs == before.UsableInputs(indicator)
            : figure.ReasonNotApplicable(indicator) is not null && before.ReasonNotApplicable(indicator) is not null);

    /// <summary>Whether what is summed since 1 January is more than nothing and yet what it was the quarter before.</summary>
    internal static bool RepeatsFlow(
        Indicator indicator, Quarter quarter, ReportedFigure figure, IReadOnlyDictionary<Quarter, ReportedFigure> figures) =>
        indicator.IsYearToDate && figure.UsableInputs(indicator) is { } inputs && HasFlow(indicator, inputs) && Repeats(indicator, quarter, figure, figures);

    private static bool HasFlow(Indicator indicator, ReportedInputs inputs) =>
        indicator.Inputs.Any(field => field.Key != InputKey.Correction && inputs[field.Key] > 0);

    private static void CheckResult(List<Finding> findings, Indicator indicator, ReportedInputs inputs, CheckLimits limits)
    {
        var value = ValueChecks.OwnValue(indicator, inputs);
        if (indicator.IsPercentage && value <= limits.TinyPercentage)
        {
            findings.Add(Warning(
                CheckCode.TinyPercentage,
                FindingKey.OfResult(CheckCode.TinyPercentage, indicator, inputs),
                $"结果为{WarningText.Number(value)}%，请核对是否误填（例如把小数当成百分数、单位不一致）；属实请填写说明。"));
        }
        else if (value < indicator.SoftRange.Lower || value > indicator.SoftRange.Upper)
        {
            var usual = $"{WarningText.Number(indicator.SoftRange.Lower)}—{WarningText.Number(indicator.SoftRange.Upper)}";
            findings.Add(Warning(
                CheckCode.Unusual,
                FindingKey.OfResult(CheckCode.Unusual, indicator, inputs),
                $"结果为{WarningText.Number(value)}{indicator.Unit}，超出常见范围（{usual}），请核对；属实请填写说明。"));
        }
    }

    private static void CompareResult(
        List<Finding> findings,
        Indicator indicator,
        Quarter quarter,
        ReportedInputs inputs,
        IReadOnlyDictionary<Quarter, ReportedFigure> figures,
        CheckLimits limits)
    {
        foreach (var before in ComparedQuarters(quarter))
        {
            if (figures.GetValueOrDefault(before)?.UsableInputs(indicator) is { } earlier)
            {
                var (value, last) = (ValueChecks.OwnValue(indicator, inputs), ValueChecks.OwnValue(indicator, earlier));
                var change = Rational.Abs(value - last);
                var isJump = change > Rational.Abs(last) * limits.ResultJump;
                if (isJump || (indicator.IsSteady && change > limits.SteadyPoints))
                {
                    var much = isJump ? $"变动超过{WarningText.Share(limits.ResultJump)}" : $"变动超过{WarningText.Number(limits.SteadyPoints)}个百分点";
                    findings.Add(Warning(
                        CheckCode.Jump,
                        FindingKey.OfResult(CheckCode.Jump, indicator, inputs, earlier),
                        $"结果由{WarningText.Name(before, quarter)}{WarningText.Number(last)}{indicator.Unit}变为{WarningText.Number(value)}{indicator.Unit}，{much}，请核对；属实请填写说明。"));
                }

                return;
            }
        }
    }

    private static Finding Warning(CheckCode code, string key, string message) => new(FindingSeverity.Warning, code, null, message) { Key = key };
}
