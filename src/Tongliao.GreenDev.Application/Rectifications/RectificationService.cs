using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>Keeps 整改安排: what is done about a red value, who answers for it and until when. Opening and closing are told by the lights alone.</summary>
public sealed class RectificationService(WriteTransaction write, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Adds an arrangement; the one it follows stays in the history.</summary>
    /// <exception cref="RefusalException">Neither a county for itself nor the bureau, nothing open there, something missing, a day that the bureau has set, or changed since it was read.</exception>
    public async Task<RectificationArrangement> ArrangeAsync(Caller caller, ArrangeRectification command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        return await write.RunAsync(caller, command, scope => ArrangeAsync(scope, reference, command), cancellationToken);
    }

    private async Task<RectificationArrangement> ArrangeAsync(WriteScope scope, ReferenceData reference, ArrangeRectification command)
    {
        scope.Actor.Require(Act.ArrangeRectifications);
        var unit = ReportAccess.RequireReporting(scope.Actor, reference.Facts, command.Key.UnitCode);
        var indicator = reference.Facts.Indicator(command.Key.IndicatorNumber);
        await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Rectifications})", scope.CancellationToken);
        var table = await RectificationTable.ReadAsync(scope.Db, reference, unit.Id, indicator.Id, scope.CancellationToken);
        var kept = table.Of(unit, indicator).SingleOrDefault(one => one.Rectification.Opened.Quarter == command.Key.Quarter && one.Rectification.IsOpen)
            ?? throw RefusalException.Conflict(RefusalCodes.WrongState, $"{unit.ShortName}第{indicator.Number}项没有从{command.Key.Quarter.ChineseName}开始的整改事项，或已经销号。");
        var last = kept.Arranged;
        var subject = new AuditSubject.Value(command.Key);
        await SeenVersion.RequireAsync(
            scope,
            command.Version,
            new CurrentArrangement(last?.Version ?? 0, last?.Measures, last?.Owner, last?.DueOn),
            $"{unit.ShortName}第{indicator.Number}项的整改安排",
            subject,
            AuditKinds.RectificationArranged);
        var arrangement = Next(scope, reference.Facts.Plan, unit, indicator, command, kept);
        scope.Db.RectificationArrangements.Add(arrangement);
        scope.Audit(AuditKinds.RectificationArranged, subject, last is null ? null : AuditedArrangement.Of(last), AuditedArrangement.Of(arrangement));
        return arrangement;
    }

    private RectificationArrangement Next(
        WriteScope scope, Plan plan, ReportingUnit unit, Indicator indicator, ArrangeRectification command, KeptRectification kept)
    {
        var last = kept.Arranged;
        var isBureau = scope.Actor.Role == UserRole.Bureau;
        var due = RequireDue(command.DueOn, last, isBureau);
        return new RectificationArrangement
        {
            PlanId = plan.Id,
            UnitId = unit.Id,
            IndicatorId = indicator.Id,
            Opened = command.Key.Quarter,
            Version = kept.Arrangements.Select(earlier => earlier.Version).DefaultIfEmpty().Max() + 1,
            Measures = RequireMeasures(command.Measures),
            Owner = RequireOwner(command.Owner),
            DueOn = due,
            IsDueSetByBureau = isBureau || (last?.IsDueSetByBureau ?? false),
            Recorded = scope.Recording,
        };
    }

    private static string RequireMeasures(string? typed) => TypedText.Clean(typed) switch
    {
        var measures when !VisibleText.IsRemark(measures) =>
            throw Fault("measures", $"请写明整改措施，至少{VisibleText.FewestInRemark}个字（标点不算），例如“12月底前完成3个小区管网改造”。"),
        { Length: > RectificationArrangement.LongestMeasures } =>
            throw Fault("measures", $"整改措施最多{RectificationArrangement.LongestMeasures}个字。"),
        var measures => measures!,
    };

    private static string RequireOwner(string? typed) => TypedText.Name(typed) switch
    {
        null => throw Fault("owner", "请填写责任人，例如“县住建局 张某某”。"),
        { Length: > RectificationArrangement.LongestOwner } => throw Fault("owner", $"责任人最多{RectificationArrangement.LongestOwner}个字。"),
        var owner when owner.Any(char.IsControl) => throw Fault("owner", "责任人请写在一行内。"),
        var owner => owner,
    };

    private DateOnly RequireDue(DateOnly? typed, RectificationArrangement? last, bool isBureau) => typed switch
    {
        null => throw Fault("dueOn", "请填写整改期限，例如“2025-12-31”。"),
        var day when day != last?.DueOn && last is { IsDueSetByBureau: true } && !isBureau =>
            throw Fault("dueOn", $"整改期限{last.DueOn:yyyy-MM-dd}由市住建局确定，需要调整请联系市住建局。"),
        var day when day != last?.DueOn && day < clock.Today => throw Fault("dueOn", "整改期限请填写今天或之后的日期。"),
        var day => day.Value,
    };

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.RectificationInvalid, message, new FieldFault(field, message));
}
