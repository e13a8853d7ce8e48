using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Grants one unit a later day than the others (延期), or withdraws it; the bureau only.</summary>
public sealed class ExtensionService(WriteTransaction write, NoticeWriter notices, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Adds a version, which holds from then on, and tells the unit's people.</summary>
    /// <exception cref="RefusalException">
    /// Not the bureau, an unknown unit or period, one that was never opened or is locked, a day that is no extension, no reason or
    /// grantor, nothing to withdraw, or changed since it was seen.
    /// </exception>
    public async Task<Extension> SetAsync(Caller caller, GrantExtension command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManagePeriods);
                var unit = facts.Unit(command.UnitCode);
                var period = await PeriodSteps.HoldAsync(scope, facts.Period(command.Quarter));
                RequireExtendable(period);
                var last = await ExtendedPeriods.LastAsync(scope, unit, period);
                var subject = new AuditSubject.Extended(unit.Code, period.Quarter);
                await SeenVersion.RequireAsync(
                    scope, command.Version, new CurrentExtension(last?.Version ?? 0, last?.Until, last?.Grantor), $"{unit.ShortName}的延期", subject, AuditKinds.ExtensionSet);
                var extension = Checked(command, period, last, unit, scope);
                scope.Db.Extensions.Add(extension);
                scope.Audit(AuditKinds.ExtensionSet, subject, last is null ? null : AuditedExtension.Of(last), AuditedExtension.Of(extension));
                await TellAsync(scope, unit, period, extension);
                await scope.ReferenceChangedAsync();
                return extension;
            },
            cancellationToken);
    }

    private static void RequireExtendable(ReportingPeriod period)
    {
        if (period.OpenedAt is null || period.State == PeriodState.Locked)
        {
            throw RefusalException.Conflict(
                period.State == PeriodState.Locked ? RefusalCodes.PeriodLocked : RefusalCodes.PeriodClosed,
                $"{PeriodMessages.NotOpen(period)}不能办理延期。");
        }
    }

    private Extension Checked(GrantExtension command, ReportingPeriod period, Extension? last, ReportingUnit unit, WriteScope scope)
    {
        if (command.Until is null && last?.Until is null)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, $"{unit.ShortName}没有延期，不需要撤销。");
        }

        var faults = new List<FieldFault>();
        if (command.Until is { } until && (until < clock.Today || until <= period.DueOn))
        {
            faults.Add(new FieldFault("until", $"延期应晚于截止日期（{period.DueOn:yyyy-MM-dd}），不能早于今天。"));
        }

        var grantor = TypedText.Name(command.Grantor) ?? "";
        if (grantor.Length is 0 or > GrantExtension.LongestGrantor || grantor.Any(char.IsControl))
        {
            faults.Add(new FieldFault("grantor", $"请写明批准人，最多{GrantExtension.LongestGrantor}个字，例如“市住建局 李四海”。"));
        }

        var document = TypedText.Document(command.Document);
        if (document is null && TypedText.Clean(command.Document) is not null)
        {
            faults.Add(new FieldFault("document", $"依据文件最多{TypedText.LongestDocument}个字，不能有换行；没有文件的可不填。"));
        }

        if (faults.Count > 0)
        {
            throw RefusalException.Invalid(RefusalCodes.ExtensionInvalid, "请更正后再保存。", faults);
        }

        return new Extension
        {
            PlanId = period.PlanId,
            Quarter = period.Quarter,
            UnitId = unit.Id,
            Version = (last?.Version ?? 0) + 1,
            Until = command.Until,
            Reason = RequiredReason.Of(command.Reason, command.Until is null ? "请写明撤销的原因" : "请写明延期的原因", "原因", "汛期抢险，统计人员抽调"),
            Grantor = grantor,
            Document = document,
            Recorded = scope.Recording,
        };
    }

    private async Task TellAsync(WriteScope scope, ReportingUnit unit, ReportingPeriod period, Extension extension)
    {
        var people = await CountyPeople.ReadAsync(scope.Db, unit.Id, scope.CancellationToken);
        var text = extension.Until is { } until
            ? $"经{extension.Grantor}批准，{unit.ShortName}{period.Quarter.ChineseName}数据可填报到{until.Month}月{until.Day}日，当天报齐仍算按时。原因：{extension.Reason}"
            : $"{unit.ShortName}{period.Quarter.ChineseName}的延期已撤销，截止日期仍为{period.DueOn:yyyy-MM-dd}。原因：{extension.Reason}";
        await notices.TellAsync(scope, new Announcement(
            NoticeKind.Extension,
            $"{(extension.Until is null ? "撤销延期" : "延期")}：{period.Quarter.ChineseName}",
            text,
            [.. people[unit.Id].Select(person => new Addressee(person.Id, person.DeskOf(period.Quarter)))]));
    }
}
