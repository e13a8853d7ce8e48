using System.Globalization;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>Whether a unit has reported in time, as colour, mark and words; the one place that says so.</summary>
/// <param name="Urgency">0 for what comes first.</param>
/// <param name="Colour">CSS class.</param>
/// <param name="Mark">Reads without colour.</param>
/// <param name="Word">For example 逾期未报齐.</param>
/// <param name="Detail">For example 已逾期3天.</param>
public sealed record UnitStanding(int Urgency, string Colour, string Mark, string Word, string Detail)
{
    public static UnitStanding Of(UnitProgress unit, ReportingPeriod period, DateOnly today, Func<DateTimeOffset, DateOnly> dayOf)
    {
        var due = period.DueOn;
        var submitted = unit.FirstSubmittedAt is { } at
            ? $"{Day(dayOf(at))}上报" + (unit.IsLate ? $"，晚{Days(due!.Value, dayOf(at))}天" : "")
            : null;
        if (unit.HasAllReached && submitted is not null)
        {
            return unit.IsLate
                ? new UnitStanding(3, "amber", "▲", "逾期报齐", submitted)
                : new UnitStanding(4, "green", "●", "按时报齐", submitted);
        }

        var isEmpty = submitted is null && unit.Of(SubmissionStatus.CountyReview) + unit.Of(SubmissionStatus.Returned) + unit.ReachedCity == 0;
        if (unit.IsLate)
        {
            return new UnitStanding(0, "red", "■", isEmpty ? "逾期未报" : "逾期未报齐", submitted ?? $"已逾期{Days(due!.Value, today)}天");
        }

        var left = submitted ?? (due is { } last ? $"距截止{Days(today, last)}天" : "");
        return isEmpty ? new UnitStanding(1, "grey", "–", "未报", left) : new UnitStanding(2, "grey", "◔", "未报齐", left);
    }

    /// <summary>For example 10月9日.</summary>
    public static string Day(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;
}
