namespace Tongliao.GreenDev.Application.Plans;

/// <summary>A place in a plan file, as an editor counts it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">In characters, from 1.</param>
public sealed record PlanFilePlace(int Line, int Column)
{
    /// <summary>For example 第12行第5列.</summary>
    public string Word => $"第{Line}行第{Column}列";
}
