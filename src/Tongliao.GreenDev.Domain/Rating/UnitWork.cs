namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>One unit's share of the work that a light needs, in the unit of what is typed.</summary>
/// <param name="UnitCode">Whose.</param>
/// <param name="UnitName">Short name.</param>
/// <param name="Amount">How much.</param>
public sealed record UnitWork(string UnitCode, string UnitName, decimal Amount);
