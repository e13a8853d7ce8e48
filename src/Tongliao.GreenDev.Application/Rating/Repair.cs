using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>补齐（曾未达）: the release that turned a light green, and the one that had it red just before.</summary>
public sealed record Repair(Release Missed, Release Repaired);
