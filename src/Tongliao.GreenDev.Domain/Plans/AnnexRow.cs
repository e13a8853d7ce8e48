namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>The printed cells of an annex row; line breaks within a cell are kept.</summary>
/// <param name="Lead">牵头部门.</param>
/// <param name="Cooperating">配合部门, “/” for none.</param>
/// <param name="Targets">Target cells in the order of the years.</param>
public sealed record AnnexRow(string Lead, string Cooperating, IReadOnlyList<string> Targets);
