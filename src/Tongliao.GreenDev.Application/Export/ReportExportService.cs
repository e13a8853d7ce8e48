using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>Exports a clerk's report as the workbook that is filled in and imported (填报模板), and records who took it.</summary>
public sealed class ReportExportService(ReportQueries reports, WriteTransaction write)
{
    /// <exception cref="RefusalException">Not a clerk of the unit, or a period that takes no entry.</exception>
    public async Task<ExportedWorkbook> ExportAsync(Caller caller, ReportKey key, CancellationToken cancellationToken)
    {
        var report = await reports.ReportAsync(caller, key, cancellationToken);
        ReportAccess.RequireOwnUnit(report.Reader, report.Facts, key.UnitCode);
        if (!report.Period.AcceptsEntry)
        {
            throw RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(report.Period));
        }

        using var stream = new MemoryStream();
        ReportWorkbook.Write(stream, report);
        var workbook = new ExportedWorkbook($"填报模板_{report.Unit.ShortName}_{key.Quarter.ChineseName}.xlsx", stream.ToArray());
        return await write.RunAsync(
            caller,
            scope =>
            {
                ReportAccess.RequireOwnUnit(scope.Actor, report.Facts, key.UnitCode);
                scope.Audit(AuditKinds.Exported, new AuditSubject.Report(key), before: null, new AuditedExport(workbook.FileName, Basis: null));
                return Task.FromResult(workbook);
            },
            cancellationToken);
    }
}
