namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>A line of the published text, unchanged but for the blanks around it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As printed.</param>
/// <param name="Anchor">For links, null where nothing points to.</param>
/// <param name="TaskNumber">Of a task, otherwise 0.</param>
public sealed record PlanLine(PlanLineKind Kind, string Text, string? Anchor, int TaskNumber);
