using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>A filled-in workbook (填报模板) as it was read beside what stands in the report now; nothing of it is stored.</summary>
/// <param name="Report">Which report.</param>
/// <param name="Saves">The drafts that it comes to: every indicator of which a cell says something else; none while anything is wrong.</param>
/// <param name="Cells">What changes, cell by cell, in the order of the annex.</param>
/// <param name="Faults">Chinese: what is wrong, with sheet, row and column and what to do.</param>
/// <param name="Moved">Chinese: what was changed in the portal since the template was downloaded, with what becomes of it.</param>
public sealed record ReportImport(
    ReportKey Report, IReadOnlyList<SaveValue> Saves, IReadOnlyList<ImportedCell> Cells, IReadOnlyList<string> Faults, IReadOnlyList<string> Moved);
