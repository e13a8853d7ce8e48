namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A workbook of the reference sheet as it was read beside what stands there now (导入); nothing of it is recorded.</summary>
/// <param name="Cells">Whose number is another one than stands there, and may be recorded.</param>
/// <param name="Faults">Chinese: what is wrong, with sheet, row and column.</param>
/// <param name="Moved">Chinese: cells that were changed here since the template was downloaded, with what becomes of each.</param>
public sealed record ReferenceImport(IReadOnlyList<TypedCell> Cells, IReadOnlyList<string> Faults, IReadOnlyList<string> Moved);
