namespace Tongliao.GreenDev.Application.Plans;

/// <summary>One fault of a plan file.</summary>
/// <param name="Path">Where, as a JSON path such as <c>$.indicators[3].targets[0].value</c>.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Place">Line and column of it.</param>
public sealed record PlanFileFault(string Path, string Message, PlanFilePlace Place);
