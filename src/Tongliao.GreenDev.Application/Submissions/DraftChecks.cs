using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Which of the drafts that are saved together may not be stored. Each is decided by itself.</summary>
internal static class DraftChecks
{
    /// <summary>Numbers and texts that no report can have.</summary>
    public static void RefuseWrong(IReadOnlyList<DraftSave> drafts)
    {
        foreach (var draft in drafts)
        {
            if (Faults(draft.Indicator, draft.Command.Statement) is { Count: > 0 } faults)
            {
                draft.Outcome = SaveOutcome.Of(RefusalException.Invalid(RefusalCodes.InvalidValue, faults[0].Message, faults));
            }
        }
    }

    /// <summary>A period that takes no entry.</summary>
    public static void RefuseClosed(IReadOnlyList<DraftSave> drafts, ReportingPeriod period)
    {
        if (!period.AcceptsEntry)
        {
            DraftSave.Undecided(drafts).ForEach(draft =>
                draft.Outcome = SaveOutcome.Of(RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(period))));
        }
    }

    /// <summary>
    /// Values that somebody else has changed or taken up since. One statement, and only where there are any. Where nothing was changed but
    /// a shared number, to the very one that is sent, nobody's work is overwritten.
    /// </summary>
    public static async Task RefuseContestedAsync(WriteScope scope, Plan plan, IReadOnlyList<DraftSave> drafts)
    {
        var contested = DraftSave.Undecided(drafts).FindAll(draft => draft.IsStale || !draft.Value.Status.IsWithClerk());
        if (contested.Count == 0)
        {
            return;
        }

        var ids = contested.ConvertAll(draft => draft.Value.Id);
        var oldest = contested.Min(draft => Math.Min(draft.Command.Version, draft.Value.Version - 1));
        var changes = (await scope.Db.Revisions
            .Where(revision => ids.Contains(revision.ValueId) && revision.Version > oldest)
            .Select(revision => new { revision.ValueId, revision.Version, revision.Kind, revision.ByName })
            .ToListAsync(scope.CancellationToken)).ToLookup(change => change.ValueId);
        foreach (var draft in contested)
        {
            var since = changes[draft.Value.Id].Where(change => change.Version > draft.Command.Version).ToList();
            var isOnlyShared = since.Count > 0 && since.TrueForAll(change => change.Kind == RevisionKind.Share);
            if (!isOnlyShared || !draft.Value.Status.IsWithClerk() || !draft.AgreesOn(plan.FactsOf(draft.Indicator.Number)))
            {
                draft.Outcome = SaveOutcome.Of(Contested(draft, changes[draft.Value.Id].MaxBy(change => change.Version)?.ByName ?? ""));
            }
        }
    }

    private static RefusalException Contested(DraftSave draft, string changedBy)
    {
        var value = draft.Value;
        var current = new CurrentValue(value.Version, value.Status, value.Statement, changedBy, value.ChangedAt);
        return draft.IsStale
            ? RefusalException.Conflict(RefusalCodes.StaleVersion, $"这条数据已被{changedBy}修改，请核对对方的数值后再保存；您填写的内容仍保留在页面上。", current)
            : RefusalException.Conflict(RefusalCodes.UnderReview, $"这条数据{value.Status.Word()}，不能修改；需要修改时请联系审核人退回。", current);
    }

    /// <summary>What is wrong with numbers and texts of a statement, whatever else is reported.</summary>
    internal static List<FieldFault> Faults(Indicator indicator, Statement statement)
    {
        var faults = ValueChecks.Errors(indicator, statement.Inputs).Select(finding => FieldFault.Of(finding)).ToList();
        AddIfTooLong(faults, "notApplicableReason", "不适用原因", statement.NotApplicableReason);
        AddIfTooLong(faults, "note", "备注", statement.Note);
        for (var i = 0; i < statement.Explanations.Count; i++)
        {
            AddIfTooLong(faults, $"explanations[{i}].text", "说明", statement.Explanations[i].Text);
        }

        if (statement.NotApplicableReason is { } reason && !VisibleText.IsReason(reason))
        {
            faults.Add(new FieldFault("notApplicableReason", DraftService.NotApplicableAdvice));
        }

        if (statement is { NotApplicableReason: not null, Inputs.IsEmpty: false })
        {
            faults.Add(new FieldFault("notApplicableReason", "选择“不适用”时不填数值，请清空数值，或取消“不适用”。"));
        }

        return faults;
    }

    private static void AddIfTooLong(List<FieldFault> faults, string field, string label, string? text)
    {
        if (text?.Length > ValueChecks.MaxTextLength)
        {
            faults.Add(new FieldFault(field, Statement.TooLong(label, text.Length) + "。"));
        }
    }
}
