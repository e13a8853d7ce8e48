using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>Exports the reference sheet (总表) as the workbook that is filled in and imported, and records who took it.</summary>
public sealed class ReferenceExportService(ReferenceSheetQueries queries, WriteTransaction write)
{
    /// <exception cref="RefusalException">Not the bureau.</exception>
    public async Task<ExportedWorkbook> ExportAsync(Caller caller, bool all, CancellationToken cancellationToken)
    {
        var table = await queries.TableAsync(caller, cancellationToken);
        using var stream = new MemoryStream();
        ReferenceWorkbook.Write(stream, table, all);
        var workbook = new ExportedWorkbook($"{ReferenceTemplate.SheetName}{(all ? "（全部指标）" : "")}.xlsx", stream.ToArray());
        return await write.RunAsync(
            caller,
            scope =>
            {
                scope.Actor.Require(Act.ManageTargets);
                scope.Audit(AuditKinds.Exported, new AuditSubject.ReferenceSheet(), before: null, new AuditedExport(workbook.FileName, Basis: null));
                return Task.FromResult(workbook);
            },
            cancellationToken);
    }
}
