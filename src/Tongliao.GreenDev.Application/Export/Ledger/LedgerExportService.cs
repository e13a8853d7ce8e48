using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>Exports the ledger of all quarters up to one (监测台账), and records who took it.</summary>
public sealed class LedgerExportService(
    RatingQueries ratings, CorrectionQueries corrections, TaskProgressQueries tasks, FileSeals seals, WriteTransaction write, OfficeClock clock)
{
    /// <summary>With the units that the reader may see.</summary>
    /// <param name="caller">Who takes it.</param>
    /// <param name="quarter">The last quarter in it.</param>
    /// <param name="basis">口径.</param>
    /// <param name="asOf">截至; null for now.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown period.</exception>
    public async Task<ExportedWorkbook> ExportAsync(Caller caller, Quarter quarter, FigureBasis basis, AsOf? asOf, CancellationToken cancellationToken)
    {
        var ledger = await ratings.LedgerAsync(caller, quarter, basis, asOf?.Moment, cancellationToken);
        var corrected = await corrections.ListAsync(caller, quarter: null, cancellationToken);
        var report = new LedgerReport(
            new ExportHead(quarter, basis.Word(), asOf, clock.Local(clock.Now), ledger.Facts.IsDemo),
            ledger,
            [.. corrected.Lines.Where(line => line.Quarter <= quarter).Select(line => line.SeenAt(asOf?.Moment)).OfType<CorrectionLine>()],
            await tasks.OverviewAsync(caller, quarter, asOf?.Moment, cancellationToken),
            clock);
        using var stream = new MemoryStream();
        var facts = LedgerWorkbook.Write(stream, report);
        var workbook = new FileToSeal(ledger.Facts.Plan.Id, ExportedFileKind.Ledger, LedgerWorkbook.FileName(quarter, asOf), stream.ToArray(), facts)
        {
            Quarter = quarter,
            Basis = basis.ToString(),
            Release = ledger.Facts.LastReleaseOf(quarter)?.Number,
            AsOf = asOf,
        };
        return await write.RunAsync(
            caller,
            scope =>
            {
                scope.Actor.Require(Act.Export);
                scope.Audit(AuditKinds.Exported, new AuditSubject.Ledger(quarter), before: null, new AuditedExport(workbook.Name, basis));
                return Task.FromResult(new ExportedWorkbook(workbook.Name, seals.Seal(scope, workbook)));
            },
            cancellationToken);
    }
}
