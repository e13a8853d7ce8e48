using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Who may take which step for whom.</summary>
public static class ReviewAccess
{
    /// <summary>The side for which the person applies a step.</summary>
    /// <exception cref="RefusalException">Forbidden.</exception>
    public static ReviewTier TierOf(Actor actor, ReportingUnit unit, ReviewStep step)
    {
        if (!unit.Reports)
        {
            throw ReportAccess.NoSuchUnit();
        }

        // An office above reads what is below it, and leaves the steps to whom they belong.
        if (actor.Role.IsCounty() && unit.Id != actor.UnitId)
        {
            throw RefusalException.Forbidden("只能填写、上报和审核本地区的数据。");
        }

        return step switch
        {
            ReviewStep.Submit or ReviewStep.Withdraw when actor.May(Act.SubmitReports) => ReviewTier.Clerk,
            ReviewStep.Approve or ReviewStep.Return when actor.May(Act.ReviewForCounty) => ReviewTier.County,
            ReviewStep.Approve or ReviewStep.Return when actor.May(Act.ReviewForCity) => ReviewTier.City,
            ReviewStep.Reopen when actor.May(Act.Reopen) => ReviewTier.City,
            _ => throw RefusalException.Forbidden($"{actor.Role.Word()}不能{step.Word()}。"),
        };
    }

    /// <summary>Whether the person may act on an indicator; a lead department only on those it leads.</summary>
    public static bool MayActOn(Actor actor, Indicator indicator) =>
        !actor.Role.IsDepartment() || indicator.LeadDepartmentId == actor.DepartmentId;

    /// <summary>代审: the department in whose place the bureau decides on an indicator; null where it is the bureau's own, or the reader is not the bureau.</summary>
    public static Department? ActsFor(Actor actor, PlanFacts facts, Indicator indicator) =>
        actor.Role == UserRole.Bureau && facts.Department(indicator.LeadDepartmentId) is { IsBureau: false } lead ? lead : null;

    /// <summary>The chosen indicators, all of them within the person's scope.</summary>
    /// <exception cref="RefusalException">Forbidden, or Invalid for a number that is not in the annex.</exception>
    public static IReadOnlyList<Indicator> RequireIndicators(Actor actor, PlanFacts facts, IReadOnlyList<int>? numbers)
    {
        if (numbers is null)
        {
            var own = facts.Plan.Indicators.Where(indicator => MayActOn(actor, indicator)).ToList();
            return own.Count > 0 ? own : throw NotLeading(actor);
        }

        if (numbers.Count == 0)
        {
            throw RefusalException.Invalid(RefusalCodes.NothingChosen, "请至少选择一项指标。", new FieldFault("indicators", "请至少选择一项指标。"));
        }

        if (numbers.Except(facts.Plan.Indicators.Select(indicator => indicator.Number)).Select(n => (int?)n).FirstOrDefault() is { } unknown)
        {
            throw UnknownIndicator(facts, unknown);
        }

        var chosen = numbers.Distinct().Select(facts.Indicator).ToList();
        return chosen.TrueForAll(indicator => MayActOn(actor, indicator)) ? chosen : throw NotLeading(actor);
    }

    /// <summary>A chosen number that is not in the annex.</summary>
    public static RefusalException UnknownIndicator(PlanFacts facts, int number)
    {
        var message = $"没有第{number}号指标，指标序号为1至{facts.Plan.Indicators.Count}。";
        return RefusalException.Invalid(RefusalCodes.UnknownIndicator, message, new FieldFault("indicators", message));
    }

    private static RefusalException NotLeading(Actor actor) =>
        RefusalException.Forbidden($"{actor.DepartmentName}只能审核本部门牵头的指标。");
}
