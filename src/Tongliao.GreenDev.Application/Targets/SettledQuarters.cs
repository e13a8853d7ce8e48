using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Where every quarter that a target or baseline is for is locked, another would change nothing; pages do not offer it and the service refuses it.</summary>
internal static class SettledQuarters
{
    /// <summary>Why nothing can be set that only these quarters are rated by; null as long as one of them is not locked.</summary>
    /// <param name="periods">All that are rated by it, ascending.</param>
    /// <param name="subject">What it is, for example 2024年的分解指标.</param>
    public static string? Why(IEnumerable<ReportingPeriod> periods, string subject)
    {
        var rated = periods.ToList();
        return rated.TrueForAll(period => period.State == PeriodState.Locked)
            ? $"{rated[0].Quarter.ChineseName}至{rated[^1].Quarter.ChineseName}均已锁定，评定结果已经固定，不能再更改{subject}。"
            : null;
    }

    /// <summary>The same for the targets of a year.</summary>
    public static string? WhyOfYear(IEnumerable<ReportingPeriod> periods, int year) =>
        Why(periods.Where(period => period.Quarter.Year == year), $"{year}年的分解指标");
}
