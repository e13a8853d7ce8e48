using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>The one engine of the check rules (校核规则): the same for the screen, for what is stored, and for what is submitted by whichever way.</summary>
public static class CheckEngine
{
    /// <summary>All findings of a value, in the order in which a person would mend them.</summary>
    public static IReadOnlyList<Finding> Findings(Quarter quarter, ReportedFigure figure, CheckContext context)
    {
        var errors = ValueChecks.Errors(context.Indicator, figure.Inputs ?? ReportedInputs.None);
        return
        [
            .. errors,
            .. ValueChecks.Missing(context.Indicator, figure),
            .. errors.Count == 0 ? Warnings(quarter, figure, context) : [],
            .. errors.Count == 0 && Evidence(quarter, figure, context) is { } asked ? new[] { asked } : [],
        ];
    }

    /// <summary>Those that are answered by a 说明; the inputs must be right.</summary>
    public static IReadOnlyList<Finding> Warnings(Quarter quarter, ReportedFigure figure, CheckContext context)
    {
        var indicator = context.Indicator;
        var limits = context.Checks.Limits;
        var elsewhere = SameFact.ComparedWith(indicator) is { } other ? SameFact.Of(indicator, figure, context.Beside(other), limits) : null;
        return
        [
            .. Own(quarter, ValueWarnings.Of(indicator, quarter, figure, context.Case.Figures, limits), context),
            .. new[] { elsewhere, Remedy(indicator, quarter, figure, context.Case) }.OfType<Finding>(),
        ];
    }

    /// <summary>That a value is last quarter's is no question of its own where the whole report is.</summary>
    private static IEnumerable<Finding> Own(Quarter quarter, IReadOnlyList<Finding> warnings, CheckContext context) =>
        warnings.All(warning => warning.Rule != CheckCode.Unchanged) || context.CarriedOver() is not { } report ? warnings
        : warnings.Where(warning => warning.Rule != CheckCode.Unchanged)
            .Concat(report.AskedAt == context.Indicator.Number ? [report.ToFinding(quarter)] : []);

    private static Finding? Evidence(Quarter quarter, ReportedFigure figure, CheckContext context) => context.LacksEvidence
        ? EvidenceDemand.Of(context.Indicator, quarter, figure, context.Case.Figures, context.Checks.Limits)
        : null;

    /// <summary>A red value is asked what was done about it (整改措施).</summary>
    private static Finding? Remedy(Indicator indicator, Quarter quarter, ReportedFigure figure, UnitCase known)
    {
        if (figure.UsableInputs(indicator) is not { } inputs
            || indicator.TargetOf(quarter.Year) is null
            || RatingRules.RateUnit(indicator, quarter, known.With(quarter, figure)) is not { State: RagStatus.Red } rating)
        {
            return null;
        }

        return new Finding(
            FindingSeverity.Warning,
            CheckCode.NoRemedy,
            Field: null,
            $"指标为红灯（{rating.State.Word()}），请填写整改措施：采取了什么措施、由谁负责、何时完成。")
        {
            Key = FindingKey.OfResult(CheckCode.NoRemedy, indicator, inputs),
        };
    }
}
