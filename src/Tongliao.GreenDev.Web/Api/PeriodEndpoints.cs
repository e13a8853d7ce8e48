using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Reporting periods (填报期).</summary>
internal static class PeriodEndpoints
{
    public static void MapPeriods(this RouteGroupBuilder api)
    {
        api.MapGet("/periods", static async (PlanCatalogue catalogue, CancellationToken cancellationToken) =>
                (await catalogue.GetAsync(cancellationToken)).Periods.Select(PeriodAnswer.Of).ToList())
            .Says("列出填报期及其开放、截止、关闭日期和状态");
        api.MapPost("/periods/{period}/open", OpenAsync)
            .Says("开放填报期，或调整截止日期（仅市住建局）", 403, 404, 409).TakesJson();
        api.MapPost("/periods/{period}/close", static async (ApiCaller caller, string period, PeriodService periods, CancellationToken cancellationToken) =>
                PeriodAnswer.Of(await periods.CloseAsync(caller, period, cancellationToken)))
            .Says("关闭填报期（仅市住建局）", 403, 404, 409);
        api.MapPost("/periods/{period}/lock", static async (ApiCaller caller, string period, PeriodService periods, CancellationToken cancellationToken) =>
                PeriodAnswer.Of(await periods.LockAsync(caller, period, cancellationToken)))
            .Says("锁定填报期，此后数据不再变动（仅市住建局）", 403, 404, 409);
    }

    private static async Task<PeriodAnswer> OpenAsync(
        ApiCaller caller, string period, OpenPeriodRequest body, PeriodService periods, CancellationToken cancellationToken) =>
        PeriodAnswer.Of(await periods.OpenAsync(caller, period, body.Due, cancellationToken));
}

/// <summary>How a period is opened.</summary>
/// <param name="Due">截止日期, the last day on time.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OpenPeriodRequest([property: Required] DateOnly? Due = null);

/// <summary>A reporting period.</summary>
internal sealed record PeriodAnswer(
    string Period, PeriodState State, DateTimeOffset? OpenedAt, DateOnly? Due, DateTimeOffset? ClosedAt, DateTimeOffset? LockedAt)
{
    public static PeriodAnswer Of(ReportingPeriod period) =>
        new(period.Quarter.ToString(), period.State, period.OpenedAt, period.DueOn, period.ClosedAt, period.LockedAt);
}
