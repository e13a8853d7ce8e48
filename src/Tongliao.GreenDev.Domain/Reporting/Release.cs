using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>
/// 发布版本 of a locked quarter: the first is what the lock froze, each later one has one correction (更正) more. Its ratings follow from
/// what was known at the lock and the corrections up to its moment, and so stay as they were.
/// </summary>
public sealed class Release
{
    public required int PlanId { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The correction that it has besides; null in the first.</summary>
    public required long? CorrectionId { get; init; }

    /// <summary>The correction of rules, 分解指标 or baselines that it has besides, in words with its document; null where there is none.</summary>
    public string? RuleChange { get; init; }

    /// <summary>When and by whom it was made; of the first the moment of the lock.</summary>
    public required Recording Recorded { get; init; }

    /// <summary>For example 2025年三季度 第1版.</summary>
    public string ChineseName => $"{Quarter.ChineseName} 第{Number}版";
}
