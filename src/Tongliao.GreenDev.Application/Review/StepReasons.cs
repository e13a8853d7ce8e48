using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>
/// Why values are returned or reopened (退回原因), or decided on in place of their department (代审原因), and what is answered to a
/// return (答复): one text for all, or one for each.
/// </summary>
internal sealed class StepReasons
{
    private readonly Dictionary<int, string> byNumber = [];

    /// <summary>The reasons of a return or a reopening; none for another step.</summary>
    /// <exception cref="RefusalException">Invalid: one is missing or too long.</exception>
    public static StepReasons Require(ApplyStep command, IReadOnlyList<Indicator> chosen)
    {
        var reasons = new StepReasons();
        if (command.Step is ReviewStep.Return or ReviewStep.Reopen)
        {
            var advice = new Advice($"{command.Step.Word()}原因", "，便于县级修改", RefusalCodes.ReasonRequired, "说清要改什么（标点不算），例如“分母与台账不一致”");
            reasons.Take(command, chosen.Select(indicator => indicator.Number), advice, "reasons");
        }

        return reasons;
    }

    /// <summary>Takes the reasons of an approval in place of lead departments.</summary>
    /// <param name="command">The approval.</param>
    /// <param name="acted">The values that are a department's.</param>
    /// <exception cref="RefusalException">Invalid: one is missing or too long.</exception>
    public void RequireForDepartments(ApplyStep command, IReadOnlyList<StepCandidate> acted)
    {
        var which = string.Join('、', acted.Select(candidate => candidate.Indicator.Number).Order());
        var advice = new Advice(
            "代审原因", $"：第{which}项由其他部门牵头，代为审核须写明原因，记入历史，该部门可以看到", RefusalCodes.ReasonRequired, "说清为何代审（标点不算），例如“牵头部门来函委托”");
        Take(command, acted.Select(candidate => candidate.Indicator.Number), advice, "reasons");
    }

    /// <summary>Takes the answers of a submission: asked for where nothing was changed, kept where they are given to a return.</summary>
    /// <param name="command">The submission.</param>
    /// <param name="unchanged">Values that say the same as when they were returned.</param>
    /// <param name="returned">All that were returned.</param>
    /// <exception cref="RefusalException">Invalid: one is missing or too long.</exception>
    public void RequireAnswers(ApplyStep command, IReadOnlyList<StepCandidate> unchanged, IReadOnlyList<StepCandidate> returned)
    {
        var which = string.Join('、', unchanged.Select(candidate => candidate.Indicator.Number).Order());
        var advice = new Advice(
            "答复", $"：第{which}项退回后没有改动，请答复退回原因，或改正后再上报", RefusalCodes.AnswerRequired, "说清为何不改（标点不算），例如“已与台账核对，数据属实”");
        var asked = unchanged.Select(candidate => candidate.Indicator.Number).ToHashSet();
        var given = returned.Select(candidate => candidate.Indicator.Number)
            .Where(number => TypedText.Clean(command.Reasons.GetValueOrDefault(number) ?? command.Reason) is not null);
        Take(command, asked.Union(given), advice, "answers");
    }

    /// <summary>The reason for one indicator, null where none is taken.</summary>
    public string? Of(Indicator indicator) => byNumber.GetValueOrDefault(indicator.Number);

    private void Take(ApplyStep command, IEnumerable<int> numbers, Advice advice, string field)
    {
        foreach (var number in numbers)
        {
            var isOwn = command.Reasons.TryGetValue(number, out var own);
            byNumber[number] = Require(isOwn ? own : command.Reason, isOwn ? $"{field}[{number}]" : "reason", advice);
        }
    }

    private static string Require(string? text, string field, Advice advice)
    {
        var reason = TypedText.Clean(text);
        if (string.IsNullOrEmpty(reason))
        {
            throw RefusalException.Invalid(advice.Code, $"请填写{advice.Name}{advice.What}。", new FieldFault(field, $"请填写{advice.Name}。"));
        }

        if (!VisibleText.IsRemark(reason))
        {
            var message = $"{advice.Name}至少写{VisibleText.FewestInRemark}个字，{advice.Example}。";
            throw RefusalException.Invalid(RefusalCodes.ReasonTooShort, message, new FieldFault(field, message));
        }

        return reason.Length <= ValueChecks.MaxTextLength
            ? reason
            : throw RefusalException.Invalid(
                RefusalCodes.ReasonTooLong,
                $"{advice.Name}已输入{reason.Length}字，最多{ValueChecks.MaxTextLength}字，请精简后再提交。",
                new FieldFault(field, $"{advice.Name}最多{ValueChecks.MaxTextLength}字。"));
    }

    /// <summary>What is said where a text is missing.</summary>
    /// <param name="Name">What the text is called.</param>
    /// <param name="What">What it is for.</param>
    /// <param name="Code">Of a missing one.</param>
    /// <param name="Example">How one looks.</param>
    private sealed record Advice(string Name, string What, string Code, string Example);
}
