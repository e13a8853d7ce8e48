using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Who has reported, who has not, and who is late.</summary>
internal static class ProgressEndpoints
{
    public static void MapProgress(this RouteGroupBuilder api) => api
        .MapGet("/progress", static async (
            ApiCaller caller, [Required] string? period, ReviewQueries review, CancellationToken cancellationToken) =>
            ProgressAnswer.Of(await review.ProgressAsync(caller, Queried.Period(period), cancellationToken)))
        .Says("读取一个季度的上报进度：各单位各状态的项数、是否逾期", 403, 404, 422);
}

/// <summary>The progress of a period.</summary>
internal sealed record ProgressAnswer(
    string Period, PeriodState State, DateOnly? Due, int ReachedCity, int Total, IReadOnlyList<RegionProgress> Regions)
{
    public static ProgressAnswer Of(PeriodProgress progress) => new(
        progress.Period.Quarter.ToString(),
        progress.Period.State,
        progress.Period.DueOn,
        progress.ReachedCity,
        progress.Total,
        [.. progress.Units.Select(RegionProgress.Of)]);
}

/// <summary>How far one region's report has come.</summary>
internal sealed record RegionProgress(
    string Region,
    int Total,
    int ReachedCity,
    IReadOnlyDictionary<ValueStatus, int> Counts,
    bool Late,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? WaitingSince)
{
    public static RegionProgress Of(UnitProgress unit) => new(
        unit.Unit.Code,
        unit.Total,
        unit.ReachedCity,
        Enum.GetValues<ValueStatus>().ToDictionary(status => status, unit.Of),
        unit.IsLate,
        unit.FirstSubmittedAt,
        unit.WaitingSince);
}
