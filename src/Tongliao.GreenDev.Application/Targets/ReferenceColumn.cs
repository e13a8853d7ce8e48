using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A column of the reference sheet: one indicator's targets of a year, or its baselines.</summary>
/// <param name="Indicator">What, as published.</param>
/// <param name="City">The plan's own target of the year; null for baselines.</param>
/// <param name="Year">The target's, or the baseline year.</param>
/// <param name="WhySettled">Chinese: why nothing of it can be set any more; null as long as something can.</param>
public sealed record ReferenceColumn(Indicator Indicator, IndicatorTarget? City, int Year, string? WhySettled)
{
    public bool IsBaseline => City is null;

    public ReferenceKey KeyOf(string unitCode) => new(unitCode, Indicator.Number, IsBaseline ? null : Year);

    /// <summary>For example 2024年目标.</summary>
    public string Name => $"{Year}年{(IsBaseline ? "基数" : "目标")}";

    /// <summary>Unit in which its numbers are said.</summary>
    public string Unit => City is null ? Indicator.Unit : Indicator.UnitOf(City);
}
