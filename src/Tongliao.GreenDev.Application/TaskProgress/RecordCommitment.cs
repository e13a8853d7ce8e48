using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>认定兑现 of a commitment, or 撤销认定.</summary>
/// <param name="Number">Which commitment.</param>
/// <param name="KeptOn">兑现日期; null to take back what was found before.</param>
/// <param name="Basis">The approved report that shows it; null where it is taken back.</param>
/// <param name="Reason">认定依据, or why it is taken back.</param>
/// <param name="Version">The number of the last record that was read, 0 for none; null to follow whatever stands there.</param>
public sealed record RecordCommitment(int Number, DateOnly? KeptOn, TaskReportKey? Basis, string? Reason, int? Version);
