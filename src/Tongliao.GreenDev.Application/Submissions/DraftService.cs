using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Saves what clerks type.</summary>
public sealed class DraftService(WriteTransaction write, PlanCatalogue catalogue, ReportQueries reports)
{
    /// <summary>What to write instead of a reason that says nothing.</summary>
    public const string NotApplicableAdvice = $"不适用原因{VisibleText.ReasonAdvice}，例如“本地区没有农村牧区”。";

    /// <summary>Saves a draft of one value with its history and audit.</summary>
    /// <exception cref="RefusalException">Outside the role, wrong numbers, a closed period, a value under review, or a stale version.</exception>
    public async Task<SavedValue> SaveAsync(Caller caller, SaveValue command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(cancellationToken);
        return await write.RunAsync(caller, scope => SaveAsync(scope, facts, command), cancellationToken);
    }

    /// <summary>The same for a program, which has no screen that rates what it saved: with the value as it stands then, its light and its findings.</summary>
    /// <inheritdoc cref="SaveAsync(Caller, SaveValue, CancellationToken)"/>
    public async Task<(SavedValue Saved, ReportEntry Entry)> SaveAndReadAsync(Caller caller, SaveValue command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(cancellationToken);
        var (saved, actor) = await write.RunAsync(
            caller, async scope => (await SaveAsync(scope, reference.Facts, command), scope.Actor), cancellationToken);
        return (saved, await reports.EntryAsync(actor, reference, command.Key, cancellationToken));
    }

    private static async Task<SavedValue> SaveAsync(WriteScope scope, PlanFacts facts, SaveValue command)
    {
        var unit = ReportAccess.RequireOwnUnit(scope.Actor, facts, command.Key.UnitCode);
        var indicator = facts.Indicator(command.Key.IndicatorNumber);
        var period = facts.Period(command.Key.Quarter);
        RefuseWrong(indicator, command.Statement);

        var report = await LockedReport.OfAsync(scope.Db, unit, period, scope.CancellationToken);
        if (!report.Period.AcceptsEntry)
        {
            throw RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(report.Period));
        }

        var (value, earlier) = await ReadAsync(scope, report.ValueOf(indicator.Id), command.OperationId);
        var operation = new Operation(command.OperationId, OperationContent.Of(command));
        if (earlier is not null)
        {
            RepeatedOperation.RequireSame(scope, operation, earlier.ById, earlier.OperationContent);
            return new SavedValue(earlier.Version, earlier.Status, earlier.At);
        }

        await RefuseStaleOrUnderReviewAsync(scope, value, command);
        var statement = await GivenExplanations.StandingAsync(scope, facts, unit, indicator, period.Quarter, value.Statement, command);
        scope.Changed(unit.Code, period.Quarter, RevisionKind.Save);
        return Apply(scope, new AuditSubject.Value(command.Key), value, statement, operation);
    }

    private static SavedValue Apply(WriteScope scope, AuditSubject subject, ReportedValue value, Statement statement, Operation operation)
    {
        var before = value.Version == 0 ? null : StateOf(value);
        value.SaveDraft(statement, scope.Now);
        scope.Db.Revisions.Add(ValueRevision.After(
            value, RevisionKind.Save, operation, scope.Actor.UserId, scope.Actor.Signature, reason: null));
        scope.Audit(AuditKinds.ValueSaved, subject, before, StateOf(value));
        return new SavedValue(value.Version, value.Status, scope.Now);
    }

    private static AuditedValue StateOf(ReportedValue value) => new(
        value.Version,
        AuditedInputs.Of(value.Statement.Inputs),
        value.Statement.NotApplicableReason,
        value.Statement.Note,
        value.Statement.Explanations.Count == 0 ? null : value.Statement.Explanations,
        value.Status);

    private static void RefuseWrong(Indicator indicator, Statement statement)
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
            faults.Add(new FieldFault("notApplicableReason", NotApplicableAdvice));
        }

        if (statement is { NotApplicableReason: not null, Inputs.IsEmpty: false })
        {
            faults.Add(new FieldFault("notApplicableReason", "选择“不适用”时不填数值，请清空数值，或取消“不适用”。"));
        }

        faults.Refuse();
    }

    private static void AddIfTooLong(List<FieldFault> faults, string field, string label, string? text)
    {
        if (text?.Length > ValueChecks.MaxTextLength)
        {
            faults.Add(new FieldFault(field, Statement.TooLong(label, text.Length) + "。"));
        }
    }

    /// <summary>The value, and what the same operation did, to this value or another, if it was here before. One statement.</summary>
    private static async Task<(ReportedValue Value, ValueRevision? Earlier)> ReadAsync(WriteScope scope, IQueryable<ReportedValue> one, Guid operationId)
    {
        var row = await one.Select(value => new
        {
            Value = value,
            Earlier = scope.Db.Revisions.Where(revision => revision.OperationId == operationId).OrderBy(revision => revision.Id).FirstOrDefault(),
        }).SingleAsync(scope.CancellationToken);
        return (row.Value, row.Earlier);
    }

    private static async Task RefuseStaleOrUnderReviewAsync(WriteScope scope, ReportedValue value, SaveValue command)
    {
        var isStale = value.Version != command.Version;
        if (!isStale && value.Status.IsWithClerk())
        {
            return;
        }

        var changedBy = await scope.Db.Revisions.Where(r => r.ValueId == value.Id && r.Version == value.Version)
            .Select(r => r.ByName).SingleOrDefaultAsync(scope.CancellationToken);
        var current = new CurrentValue(value.Version, value.Status, value.Statement, changedBy ?? "", value.ChangedAt);
        throw isStale
            ? RefusalException.Conflict(RefusalCodes.StaleVersion, $"这条数据已被{changedBy}修改，请核对对方的数值后再保存；您填写的内容仍保留在页面上。", current)
            : RefusalException.Conflict(RefusalCodes.UnderReview, $"这条数据{value.Status.Word()}，不能修改；需要修改时请联系审核人退回。", current);
    }
}
