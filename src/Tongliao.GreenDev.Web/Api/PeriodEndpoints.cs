using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Reporting periods (填报期).</summary>
internal static class PeriodEndpoints
{
    private const string Versioned = "；写明version（读取时的版本）时，期间有变动的不办理，不写则直接办理";

    public static void MapPeriods(this RouteGroupBuilder api)
    {
        api.MapGet("/periods", static async (ApiCaller caller, PlanCatalogue catalogue, CancellationToken cancellationToken) =>
                (await catalogue.FactsAsync(caller, cancellationToken)).Periods.Select(PeriodAnswer.Of).ToList())
            .Says("列出填报期及其开放、截止、关闭日期和状态");
        api.MapPost("/periods/{period}/open", OpenAsync)
            .Says("开放填报期，或调整截止日期（仅市住建局）" + Versioned, 403, 404, 409).TakesJson();
        api.MapPost("/periods/{period}/close", CloseAsync).Says("关闭填报期（仅市住建局）" + Versioned, 403, 404, 409).TakesJson();
        api.MapPost("/periods/{period}/lock", LockAsync)
            .Says("锁定填报期，此后数据不再变动（仅市住建局）" + Versioned, 403, 404, 409).TakesJson();
    }

    private static async Task<PeriodAnswer> OpenAsync(
        ApiCaller caller, string period, OpenPeriodRequest body, PeriodService periods, CancellationToken cancellationToken) =>
        PeriodAnswer.Of(await periods.OpenAsync(caller, new SeenPeriod(Quarter.Read(period), body.Version), body.Due, cancellationToken));

    private static async Task<PeriodAnswer> CloseAsync(
        ApiCaller caller,
        string period,
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] PeriodRequest? body,
        PeriodService periods,
        CancellationToken cancellationToken) =>
        PeriodAnswer.Of(await periods.CloseAsync(caller, new SeenPeriod(Quarter.Read(period), body?.Version), cancellationToken));

    private static async Task<PeriodAnswer> LockAsync(
        ApiCaller caller,
        string period,
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] PeriodRequest? body,
        PeriodService periods,
        CancellationToken cancellationToken) =>
        PeriodAnswer.Of(await periods.LockAsync(caller, new SeenPeriod(Quarter.Read(period), body?.Version), cancellationToken));
}

/// <summary>How a period is closed or locked.</summary>
/// <param name="Version">The version that was read; left out to do it whatever stands there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PeriodRequest(int? Version = null);

/// <summary>How a period is opened.</summary>
/// <param name="Due">截止日期, the last day on time.</param>
/// <param name="Version">The version that was read; left out to do it whatever stands there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OpenPeriodRequest([property: Required] DateOnly? Due = null, int? Version = null);

/// <summary>A reporting period.</summary>
internal sealed record PeriodAnswer(
    string Period, PeriodState State, DateTimeOffset? OpenedAt, DateOnly? Due, DateTimeOffset? ClosedAt, DateTimeOffset? LockedAt, int Version)
{
    public static PeriodAnswer Of(ReportingPeriod period) =>
        new(period.Quarter.ToString(), period.State, period.OpenedAt, period.DueOn, period.ClosedAt, period.LockedAt, period.Version);
}
