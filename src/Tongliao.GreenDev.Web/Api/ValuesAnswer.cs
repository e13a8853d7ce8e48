using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>A region's report of a quarter: one entry for each indicator.</summary>
internal sealed record ValuesAnswer(string Region, string Period, PeriodState State, DateOnly? Due, IReadOnlyList<EntryAnswer> Entries)
{
    public static ValuesAnswer Of(UnitReport report) => new(
        report.Unit.Code,
        report.Period.Quarter.ToString(),
        report.Period.State,
        report.Period.DueOn,
        [.. report.Entries.Select(EntryAnswer.Of)]);
}
