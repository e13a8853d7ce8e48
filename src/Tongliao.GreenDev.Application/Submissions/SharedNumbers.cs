using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Keeps what is one fact (共用数) one number in all values of a report: whoever gives it in one gives it in all.</summary>
internal static class SharedNumbers
{
    /// <summary>Two numbers for one fact in what is saved together: neither is stored.</summary>
    public static void RefuseContradicting(Plan plan, IReadOnlyList<DraftSave> drafts)
    {
        foreach (var fact in plan.Quantities.Where(quantity => quantity.IsOneFact))
        {
            var giving = DraftSave.Undecided(drafts).FindAll(draft => draft.Gives(fact));
            var numbers = giving.Select(draft => draft.NumberOf(fact)).Distinct().ToList();
            if (numbers.Count > 1)
            {
                var text = $"“{fact.Name}”是第{string.Join('、', giving.Select(draft => draft.Indicator.Number))}项共用的同一个数，"
                    + $"这次给出的数不同（{string.Join('、', numbers.Select(number => number is null ? "空" : NumberText.Display(number)))}），请改成同一个数后再保存。";
                giving.ForEach(draft => draft.Outcome = Invalid(draft, fact, text));
            }
        }
    }

    /// <summary>Indicators whose values hold a number that these drafts give.</summary>
    public static IEnumerable<Indicator> SharingWith(PlanFacts facts, IEnumerable<DraftSave> drafts) =>
        drafts.SelectMany(draft => facts.Plan.FactsOf(draft.Indicator.Number)).SelectMany(fact => fact.Uses)
            .Select(use => facts.Indicator(use.IndicatorNumber)).Distinct();

    /// <summary>
    /// What the drafts change in other values of the report. A draft whose number another value cannot take is refused: that one is under
    /// review, or its own numbers would not fit any more.
    /// </summary>
    public static List<DraftSave> Carry(PlanFacts facts, ReadValues read, IReadOnlyList<DraftSave> drafts)
    {
        // One that is refused gives its number no more, which may leave another alone with it.
        while (DraftSave.Undecided(drafts) is { Count: > 0 } giving)
        {
            var carried = new Dictionary<Indicator, DraftSave>();
            giving.ForEach(draft => Carry(facts, read, giving, draft, carried));
            if (giving.TrueForAll(draft => draft.Outcome is null))
            {
                return [.. carried.Values];
            }
        }

        return [];
    }

    private static void Carry(PlanFacts facts, ReadValues read, List<DraftSave> giving, DraftSave draft, Dictionary<Indicator, DraftSave> carried)
    {
        var others =
            from fact in facts.Plan.FactsOf(draft.Indicator.Number).Where(draft.Gives)
            from use in fact.Uses
            where giving.TrueForAll(other => other.Indicator.Number != use.IndicatorNumber)
            let indicator = facts.Indicator(use.IndicatorNumber)
            let value = read.ByIndicator[indicator.Id]
            where value.Statement.NotApplicableReason is null && value.Statement.Inputs[use.Key] != draft.NumberOf(fact)
            select (fact, use.Key, indicator, value);
        foreach (var (fact, key, indicator, value) in others)
        {
            var before = carried.GetValueOrDefault(indicator)?.Command.Statement ?? value.Statement;
            var statement = before with { Inputs = before.Inputs.With(key, draft.NumberOf(fact)) };
            draft.Outcome ??= RefusalOf(draft, fact, indicator, value, statement);
            carried[indicator] = DraftSave.Carried(draft, indicator, value, statement);
        }
    }

    private static SaveOutcome? RefusalOf(DraftSave draft, Quantity fact, Indicator indicator, ReportedValue value, Statement statement)
    {
        if (!value.Status.IsWithClerk())
        {
            return SaveOutcome.Of(RefusalException.Conflict(RefusalCodes.UnderReview, SharedNumberWords.Bound(fact, indicator.Number, value.Status)));
        }

        return ValueChecks.Errors(indicator, statement.Inputs) is [{ } first, ..]
            ? Invalid(draft, fact, $"“{fact.Name}”与第{indicator.Number}项共用，改后第{indicator.Number}项将有错：{first.Message}请先改正第{indicator.Number}项。")
            : null;
    }

    private static SaveOutcome Invalid(DraftSave draft, Quantity fact, string text) => SaveOutcome.Of(RefusalException.Invalid(
        RefusalCodes.InvalidValue, text, new FieldFault(FieldNames.Of(fact.KeyOf(draft.Indicator.Number)), text)));
}
