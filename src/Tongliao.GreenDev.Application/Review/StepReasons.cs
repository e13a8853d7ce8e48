using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Why values are returned or reopened (退回原因): one reason for all, or one for each.</summary>
internal sealed class StepReasons
{
    private readonly Dictionary<int, string> byNumber = [];

    /// <summary>The reasons of a step; none for a step that takes none.</summary>
    /// <exception cref="RefusalException">Invalid: one is missing or too long.</exception>
    public static StepReasons Require(ApplyStep command, IReadOnlyList<Indicator> chosen)
    {
        var reasons = new StepReasons();
        if (command.Step is ReviewStep.Submit or ReviewStep.Approve)
        {
            return reasons;
        }

        foreach (var number in chosen.Select(indicator => indicator.Number))
        {
            var isOwn = command.Reasons.TryGetValue(number, out var own);
            reasons.byNumber[number] = Require(isOwn ? own : command.Reason, isOwn ? $"reasons[{number}]" : "reason", command.Step);
        }

        return reasons;
    }

    /// <summary>The reason for one indicator, null where none is taken.</summary>
    public string? Of(Indicator indicator) => byNumber.GetValueOrDefault(indicator.Number);

    private static string Require(string? text, string field, ReviewStep step)
    {
        var reason = TypedText.Clean(text);
        if (string.IsNullOrEmpty(reason))
        {
            throw RefusalException.Invalid(
                RefusalCodes.ReasonRequired, $"请填写{step.Word()}原因，便于县级修改。", new FieldFault(field, $"请填写{step.Word()}原因。"));
        }

        if (!VisibleText.IsRemark(reason))
        {
            var message = $"{step.Word()}原因至少写{VisibleText.FewestInRemark}个字，说清要改什么（标点不算），例如“分母与台账不一致”。";
            throw RefusalException.Invalid(RefusalCodes.ReasonTooShort, message, new FieldFault(field, message));
        }

        return reason.Length <= ValueChecks.MaxTextLength
            ? reason
            : throw RefusalException.Invalid(
                RefusalCodes.ReasonTooLong,
                $"原因已输入{reason.Length}字，最多{ValueChecks.MaxTextLength}字，请精简后再提交。",
                new FieldFault(field, $"原因最多{ValueChecks.MaxTextLength}字。"));
    }
}
