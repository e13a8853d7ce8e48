using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Reads a filled-in workbook of a report (导入模板) and says what it would change. It stores nothing: its drafts are saved by <see cref="DraftService"/>.</summary>
public sealed class ReportImportQueries(ReportQueries reports)
{
    /// <param name="caller">The clerk.</param>
    /// <param name="key">Into which report.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="content">Of the file.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">Another unit's report, a period that takes no entry, or no such workbook.</exception>
    public async Task<ReportImport> ReadAsync(Caller caller, ReportKey key, string? name, byte[] content, CancellationToken cancellationToken)
    {
        var report = await reports.ReportAsync(caller, key, cancellationToken);
        ReportAccess.RequireOwnUnit(report.Reader, report.Facts, key.UnitCode);
        return report.Period.AcceptsEntry
            ? ReportWorkbookReader.Read(WorkbookReader.Read(name, content), report)
            : throw RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(report.Period));
    }
}
