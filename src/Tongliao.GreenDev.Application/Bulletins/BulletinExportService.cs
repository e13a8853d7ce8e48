using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>Gives bulletins as documents, and records who took them.</summary>
public sealed class BulletinExportService(WriteTransaction write, PlanCatalogue catalogue, BulletinQueries bulletins, FileSeals seals)
{
    /// <summary>The last 文稿 that was saved, or the proposed one, with the numbers of now.</summary>
    /// <exception cref="RefusalException">Not the bureau, or no such quarter.</exception>
    public async Task<ExportedDocument> DraftAsync(Caller caller, Quarter quarter, CancellationToken cancellationToken)
    {
        var desk = await bulletins.DeskAsync(caller, quarter, cancellationToken);
        var paper = BulletinPaper.Draft(desk).ToSeal(desk.Period, desk.Release?.Number, $"通报文稿_{quarter.ChineseName}.docx");
        return await write.RunAsync(caller, scope => Record(scope, quarter, new ExportedDocument(paper.Name, seals.Seal(scope, paper))), cancellationToken);
    }

    /// <summary>What was issued, byte by byte; the last edition where none is named.</summary>
    /// <exception cref="RefusalException">A role that reads no values, no such quarter, or no such edition.</exception>
    public async Task<ExportedDocument> EditionAsync(Caller caller, Quarter quarter, int? number, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            async scope =>
            {
                scope.Actor.Require(Act.ReadValues);
                var period = facts.Period(quarter);
                var file = await scope.Db.BulletinFiles.AsNoTracking()
                    .Where(file => file.PlanId == period.PlanId && file.Quarter == period.Quarter && (number == null || file.Number == number))
                    .OrderByDescending(file => file.Number).FirstOrDefaultAsync(scope.CancellationToken)
                    ?? throw BulletinQueries.NoSuchEdition(period, await CountAsync(scope, period));
                return await Record(scope, quarter, new ExportedDocument(NameOf(quarter, file.Number), file.Content));
            },
            cancellationToken);
    }

    /// <summary>For example 通报_2025年三季度_第1次印发.docx.</summary>
    internal static string NameOf(Quarter quarter, int number) => $"通报_{quarter.ChineseName}_第{number}次印发.docx";

    private static Task<int> CountAsync(WriteScope scope, ReportingPeriod period) =>
        scope.Db.BulletinEditions.CountAsync(edition => edition.PlanId == period.PlanId && edition.Quarter == period.Quarter, scope.CancellationToken);

    private static Task<ExportedDocument> Record(WriteScope scope, Quarter quarter, ExportedDocument document)
    {
        scope.Actor.Require(Act.Export);
        scope.Audit(AuditKinds.Exported, new AuditSubject.Bulletin(quarter), before: null, new AuditedExport(document.FileName, Basis: null));
        return Task.FromResult(document);
    }
}
