namespace Tongliao.GreenDev.Web.Components.Pages.Search;

/// <summary>Something of the plan whose name has the sought words.</summary>
/// <param name="Kind">指标、任务、部门 or 单位.</param>
/// <param name="Address">The page that shows it.</param>
/// <param name="Name">As the plan has it.</param>
/// <param name="Detail">What tells it from its neighbours.</param>
public sealed record SearchHit(string Kind, string Address, string Name, string Detail);
