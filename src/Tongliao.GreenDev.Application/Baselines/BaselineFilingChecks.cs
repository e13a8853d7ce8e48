using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>Whether a baseline may be filed as it was typed.</summary>
internal static class BaselineFilingChecks
{
    /// <exception cref="RefusalException">Not needed, settled, wrong numbers, or no ground.</exception>
    public static void Require(ReferenceData reference, Indicator indicator, ReportingUnit unit, FileBaseline command)
    {
        if (!BaselineFilingQueries.Needed(reference).Contains(indicator) || !indicator.IsMadeFrom(unit.Sets))
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, $"第{indicator.Number}项的判定不用{reference.Facts.Plan.BaselineYear}年基数，不需要申报。");
        }

        RefuseSettled(reference.Facts, indicator);
        var faults = TargetChecks.WrongInputs(indicator, command.Inputs, mayBeEmpty: false).ToList();
        if (!VisibleText.IsReason(command.Ground))
        {
            faults.Add(new FieldFault("ground", $"请写明依据和说明，例如“2023年城建统计年报”，{VisibleText.ReasonAdvice}。"));
        }

        faults.AddRange(from text in new[] { ("ground", "依据和说明", command.Ground), ("support", "佐证说明", command.Support) }
                        where GroundOf(text.Item3)?.Length > BaselineFiling.LongestText
                        select new FieldFault(text.Item1, $"{text.Item2}最多{BaselineFiling.LongestText}个字，请精简。"));
        faults.Refuse();
    }

    /// <exception cref="RefusalException">Every quarter that rests on it is locked.</exception>
    public static void RefuseSettled(PlanFacts facts, Indicator indicator)
    {
        if (SettledQuarters.Why(facts.Periods, $"{indicator.ShortName}的基数") is { } why)
        {
            throw RefusalException.Conflict(RefusalCodes.PeriodLocked, why);
        }
    }

    /// <summary>A text, clean; null for none.</summary>
    public static string? GroundOf(string? typed) => TypedText.Clean(typed);
}
