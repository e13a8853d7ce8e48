namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>One point of a <see cref="Sparkline"/>.</summary>
/// <param name="Label">When, for example 2025年三季度.</param>
/// <param name="Value">Null where there is none: the line has a gap.</param>
public sealed record SparkPoint(string Label, int? Value);
