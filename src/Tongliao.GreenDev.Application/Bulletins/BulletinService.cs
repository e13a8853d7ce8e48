using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>Keeps 文稿 and 印发 of bulletins; the bureau only. Rows are only ever added: no 文稿 is lost, and what was issued stays as it was.</summary>
public sealed class BulletinService(WriteTransaction write, PlanCatalogue catalogue, BulletinQueries bulletins, FileSeals seals, OfficeClock clock)
{
    /// <summary>Saves a 文稿 behind the one that was gone on with.</summary>
    /// <exception cref="RefusalException">Not the bureau, no such quarter, something missing or too long, or somebody was faster.</exception>
    public async Task<BulletinVersion> SaveAsync(Caller caller, SaveBulletin command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(caller, command, scope => SaveAsync(scope, facts, command), cancellationToken);
    }

    /// <summary>Issues the 文稿 with the numbers of now: the first time as the bulletin, later as its correction (更正), which lists what it says otherwise.</summary>
    /// <exception cref="RefusalException">
    /// Not the bureau, a quarter that is still being reported, a 文稿 that is not saved or not the last, a key without a number, nothing that differs from
    /// what was issued, or something missing.
    /// </exception>
    public async Task<BulletinEdition> IssueAsync(Caller caller, IssueBulletin command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        return await write.RunAsync(caller, command, scope => IssueAsync(scope, reference, command), cancellationToken);
    }

    private static async Task<BulletinVersion> SaveAsync(WriteScope scope, PlanFacts facts, SaveBulletin command)
    {
        scope.Actor.Require(Act.ManageBulletins);
        var period = facts.Period(command.Quarter);
        await LockAsync(scope, period);
        var last = await BulletinQueries.LastAsync(scope.Db, period, scope.CancellationToken);
        await RequireSeenAsync(scope, period, command.Version, last);
        var content = BulletinChecks.Require(command);
        if (content == last?.Content)
        {
            return last;
        }

        var version = new BulletinVersion
        {
            PlanId = period.PlanId,
            Quarter = period.Quarter,
            Number = (last?.Number ?? 0) + 1,
            Content = content,
            Recorded = scope.Recording,
        };
        scope.Db.BulletinVersions.Add(version);
        scope.Audit(AuditKinds.BulletinSaved, new AuditSubject.Bulletin(period.Quarter), last is null ? null : AuditedBulletin.Of(last), AuditedBulletin.Of(version));
        return version;
    }

    private async Task<BulletinEdition> IssueAsync(WriteScope scope, ReferenceData reference, IssueBulletin command)
    {
        scope.Actor.Require(Act.ManageBulletins);
        var period = reference.Facts.Period(command.Quarter);
        await LockAsync(scope, period);
        var desk = await bulletins.DeskAsync(scope.Db, reference, scope.Actor, period.Quarter, scope.CancellationToken);
        await RequireSeenAsync(scope, period, command.Version, desk.Saved);
        RequireReady(desk);
        var number = BulletinChecks.RequireDocumentNumber(command.DocumentNumber);
        var day = BulletinChecks.RequireDay(command.DatedOn, clock.Today);
        var paper = BulletinPaper.Issued(desk, number, day);
        var issued = (desk.Issued?.Number ?? 0) + 1;
        var document = seals.Seal(scope, paper.ToSeal(period, desk.Release?.Number, BulletinExportService.NameOf(period.Quarter, issued)));
        var edition = new BulletinEdition
        {
            PlanId = period.PlanId,
            Quarter = period.Quarter,
            Number = issued,
            DocumentNumber = number,
            DatedOn = day,
            Release = desk.Release?.Number,
            Content = desk.Content,
            Facts = paper.Facts,
            Hash = SHA256.HashData(document),
            Recorded = scope.Recording,
        };
        scope.Db.BulletinEditions.Add(edition);
        scope.Db.BulletinFiles.Add(new BulletinFile { PlanId = edition.PlanId, Quarter = edition.Quarter, Number = edition.Number, Content = document });
        scope.Audit(AuditKinds.BulletinIssued, new AuditSubject.Bulletin(period.Quarter), before: null, AuditedEdition.Of(edition));
        return edition;
    }

    /// <summary>Of two who save or issue at once the second waits, and then sees what the first did.</summary>
    private static Task<int> LockAsync(WriteScope scope, ReportingPeriod period) => scope.Db.Database.ExecuteSqlAsync(
        $"SELECT pg_advisory_xact_lock({AdvisoryLocks.Bulletin}, {period.PlanId})", scope.CancellationToken);

    private static Task RequireSeenAsync(WriteScope scope, ReportingPeriod period, int seen, BulletinVersion? last) => SeenVersion.RequireAsync(
        scope,
        seen,
        new CurrentBulletin(last?.Number ?? 0, last?.Content),
        $"{period.Quarter.ChineseName}的通报文稿",
        new AuditSubject.Bulletin(period.Quarter),
        AuditKinds.BulletinSaved);

    private static void RequireReady(BulletinDesk desk)
    {
        if (desk.Period.State == PeriodState.Open)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, $"{desk.Period.Quarter.ChineseName}还在填报，不能印发通报。请先截止填报期。");
        }

        if (desk.Saved is null)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, "文稿还没有保存，不能印发。请先核对、保存文稿。");
        }

        BulletinChecks.RequireKnown(desk.Content, desk.Numbers);
        if (desk.Issued is not null && desk.ChangesOf(desk.Content).Count == 0)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, $"文字和数字与{desk.Issued.Word}的相同，不用再印发。");
        }
    }
}
