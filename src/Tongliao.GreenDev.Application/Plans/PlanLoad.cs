using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>What loading a plan file does.</summary>
/// <param name="Plan">As the file has it.</param>
/// <param name="IsNew">Whether no plan of its key was there.</param>
/// <param name="Added">Indicators that a plan which was there gets; empty where it is the same.</param>
/// <param name="Reports">填报表 of quarters that are not locked, which get a row for each of these.</param>
public sealed record PlanLoad(Plan Plan, bool IsNew, IReadOnlyList<Indicator> Added, int Reports);
