using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>What stands in the database after a save.</summary>
public sealed record SavedValue(int Version, ValueStatus Status, DateTimeOffset SavedAt);
