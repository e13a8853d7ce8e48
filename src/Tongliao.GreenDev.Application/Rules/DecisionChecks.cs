using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>Whether a decision on rules says all that it has to.</summary>
internal static class DecisionChecks
{
    /// <exception cref="RefusalException">Reported numbers, something missing, or no quarter left that would be judged by it.</exception>
    public static RuleDecision Of(PlanFacts facts, DecideRules command)
    {
        if (command.Terms.Any(term => term is InputTerm))
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidRule, "填报数只能试算，不能在这里改；请由填报单位填报，或申请更正。", new FieldFault("terms", "填报数只能试算。"));
        }

        var faults = new List<FieldFault>();
        var document = TypedText.Document(command.Document);
        var decidedBy = TypedText.Document(command.DecidedBy);
        Require(document is not null, "document", $"请填写依据文件的名称或文号，最多{TypedText.LongestDocument}个字，不能有换行。");
        Require(decidedBy is not null, "decidedBy", $"请填写作出决定的机关，最多{TypedText.LongestDocument}个字，不能有换行。");
        Require(VisibleText.IsReason(command.Reason), "reason", $"调整原因{VisibleText.ReasonAdvice}。");
        Require(!(command.Reason?.Length > ValueChecks.MaxTextLength), "reason", Statement.TooLong("调整原因", command.Reason?.Length ?? 0) + "。");
        Require(DayFault(facts, command.EffectiveFrom) is null, "effectiveFrom", DayFault(facts, command.EffectiveFrom) ?? "");
        Require(!command.Terms.OfType<DeviationTerm>().Any(term => term.Until < command.EffectiveFrom), "effectiveFrom", "认可偏差的截止日期不能早于生效日期。");
        faults.Refuse(RefusalCodes.InvalidRule);
        RefuseSettled(facts, command);
        return new RuleDecision(command.EffectiveFrom!.Value, document!, decidedBy!, TypedText.Clean(command.Reason)!, command.IsCorrection);

        void Require(bool holds, string field, string message)
        {
            if (!holds)
            {
                faults.Add(new FieldFault(field, message));
            }
        }
    }

    private static string? DayFault(PlanFacts facts, DateOnly? day)
    {
        var (first, last) = (new DateOnly(facts.Plan.BaselineYear, 1, 1), TargetQuarters.LastEffectiveDay(facts.Plan.LastYear));
        return day switch
        {
            null => "请填写生效日期，例如2025-01-01。",
            { } given when given < first || given > last => $"生效日期应在{first:yyyy-MM-dd}至{last:yyyy-MM-dd}之间。",
            _ => null,
        };
    }

    /// <summary>Spares a decision that would change nothing.</summary>
    private static void RefuseSettled(PlanFacts facts, DecideRules command)
    {
        if (!command.IsCorrection && command.Terms.Any(term => term is not WordsTerm)
            && facts.Periods.Where(period => period.Quarter.LastDay >= command.EffectiveFrom).All(period => period.State == PeriodState.Locked))
        {
            throw RefusalException.Conflict(
                RefusalCodes.PeriodLocked, "生效日期以后的季度均已锁定，不作更正就不会改变任何结果；确需改变已发布的结果，请选择更正。");
        }
    }
}
