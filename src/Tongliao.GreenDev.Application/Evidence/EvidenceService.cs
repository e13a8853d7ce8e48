using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>
/// Takes in and removes evidence (佐证材料): beside a value while the clerk may edit it, beside a correction while nobody has decided on it. It
/// changes no version of the value: what a reviewer has before them does not change under their hands, since it does not change at all then.
/// </summary>
public sealed class EvidenceService(WriteTransaction write, PlanCatalogue catalogue, OfficeClock clock, IOptions<EvidenceOptions> limits)
{
    /// <summary>Hands in a file.</summary>
    /// <exception cref="RefusalException">Outside the role, not what its name says, too large or one too many, or the value is not to be edited.</exception>
    public async Task<EvidenceFile> AddAsync(Caller caller, AddEvidence command, CancellationToken cancellationToken)
    {
        var file = EvidenceChecks.RequireFile(command.Name, command.Content, limits.Value);
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        var asked = new SentEvidence(command.Key.ToString(), command.CorrectionId, file.Name, Convert.ToHexString([.. file.Hash]));
        return await write.RunAsync(caller, asked, scope => AddAsync(scope, facts, command, file), cancellationToken);
    }

    /// <summary>Removes a file; it stays in the history.</summary>
    /// <exception cref="RefusalException">Out of sight, outside the role, removed before, or the value is not to be edited.</exception>
    public async Task RemoveAsync(Caller caller, long id, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        await write.RunAsync(caller, new RemovedEvidence(id), scope => RemoveAsync(scope, facts, id), cancellationToken);
    }

    private async Task<EvidenceFile> AddAsync(WriteScope scope, PlanFacts facts, AddEvidence command, CheckedFile file)
    {
        var unit = EvidenceChecks.RequireUnit(scope.Actor, facts, command.Key.UnitCode, command.CorrectionId is not null);
        var (indicator, period) = (facts.Indicator(command.Key.IndicatorNumber), facts.Period(command.Key.Quarter));

        // Nothing is stored of what would be refused anyway; what is stored is so before the report is held: its clerk goes on typing meanwhile.
        await RequireWelcomeAsync(scope, unit, period, indicator, command, file);
        var hash = await EvidenceContents.StoreAsync(scope, file, command.Content);
        var value = await HoldAsync(scope, unit, period, indicator, command.CorrectionId);
        await EvidenceChecks.RequireRoomAsync(scope, value, file, command.CorrectionId, limits.Value);
        var added = new EvidenceFile
        {
            ValueId = value.Id,
            Version = value.Version,
            CorrectionId = command.CorrectionId,
            Name = file.Name,
            Kind = file.Kind,
            Length = file.Length,
            Hash = hash,
            Recorded = scope.Recording,
        };
        scope.Db.EvidenceFiles.Add(added);
        scope.Audit(AuditKinds.EvidenceAdded, new AuditSubject.Value(command.Key), before: null, AuditedEvidence.Of(added));
        return added;
    }

    private async Task RequireWelcomeAsync(
        WriteScope scope, ReportingUnit unit, ReportingPeriod period, Indicator indicator, AddEvidence command, CheckedFile file)
    {
        var value = await scope.Db.Submissions.AsNoTracking()
            .Where(submission => submission.UnitId == unit.Id && submission.PlanId == period.PlanId && submission.Quarter == period.Quarter)
            .SelectMany(submission => submission.Values)
            .SingleOrDefaultAsync(value => value.IndicatorId == indicator.Id, scope.CancellationToken)
            ?? throw RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(period));
        await EvidenceChecks.RequireChangeableAsync(scope, await ExtendedPeriods.OfAsync(scope, unit, period, clock.Today), value, indicator, command.CorrectionId);
        await EvidenceChecks.RequireRoomAsync(scope, value, file, command.CorrectionId, limits.Value);
    }

    private async Task<bool> RemoveAsync(WriteScope scope, PlanFacts facts, long id)
    {
        var located = await LocatedEvidence.RequireAsync(scope.Db, scope.Actor, facts, id, scope.CancellationToken);
        var file = located.File;
        EvidenceChecks.RequireUnit(scope.Actor, facts, located.Unit.Code, file.CorrectionId is not null);
        var value = await HoldAsync(scope, located.Unit, facts.Period(located.Quarter), located.Indicator, file.CorrectionId);
        await EvidenceRemovals.AddAsync(scope, file, value.Version, new AuditSubject.Value(located.Key));
        return true;
    }

    /// <summary>The value, held to the end, whose evidence may change.</summary>
    private async Task<ReportedValue> HoldAsync(
        WriteScope scope, ReportingUnit unit, ReportingPeriod period, Indicator indicator, long? correctionId)
    {
        var report = await LockedReport.OfAsync(scope, unit, period);
        var value = (await report.ReadAsync([indicator.Id], [])).ByIndicator[indicator.Id];
        await EvidenceChecks.RequireChangeableAsync(scope, await ExtendedPeriods.OfAsync(scope, unit, report.Period, clock.Today), value, indicator, correctionId);
        return value;
    }

    /// <summary>What tells one upload from another, without the content.</summary>
    private sealed record SentEvidence(string Key, long? CorrectionId, string Name, string Hash);

    private sealed record RemovedEvidence(long Removed);
}
