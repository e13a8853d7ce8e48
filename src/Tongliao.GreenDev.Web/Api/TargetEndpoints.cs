using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Targets of regions (分解指标).</summary>
internal static class TargetEndpoints
{
    public static void MapTargets(this RouteGroupBuilder api)
    {
        api.MapGet("/targets", static async (ApiCaller caller, TargetListQueries targets, CancellationToken cancellationToken) =>
                (await targets.TargetsAsync(caller, cancellationToken)).Select(row => TargetAnswer.Of(row.UnitCode, row.IndicatorNumber, row.Entered)).ToList())
            .Says("列出分解指标及依据文件、生效日期；县级只见本地区", 403);
        api.MapPut("/targets/{region}/{indicator:int}/{year:int}", SetAsync)
            .Says("下达一个单位一年的分解指标（仅市住建局）；此前的保留，按生效日期适用；写明version（读取时最后一条的版本，没有的为0）时，期间有新增的不再下达，不写则直接下达；appliesTo列出按这一条判定的季度", 403, 404, 409).TakesJson();
    }

    private static async Task<TargetAnswer> SetAsync(
        ApiCaller caller, string region, int indicator, int year, TargetRequest body, TargetService targets, CancellationToken cancellationToken)
    {
        var faults = new List<FieldFault>();
        var value = body.Value.Read("value", faults);
        faults.Refuse();
        var entered = await targets.SetTargetAsync(
            caller, new SetUnitTarget(region, indicator, year, value, body.Document, body.EffectiveFrom) { Version = body.Version }, cancellationToken);
        return TargetAnswer.Of(region, indicator, entered);
    }
}

/// <summary>A region's target as a program sends it.</summary>
/// <param name="Value">In the indicator's unit.</param>
/// <param name="Document">依据文件.</param>
/// <param name="EffectiveFrom">The day from which it holds.</param>
/// <param name="Version">The version of the last one that was read for this year, 0 for none; left out to follow whatever stands there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TargetRequest(
    [property: Required] TypedNumber Value,
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? Document = null,
    [property: Required] DateOnly? EffectiveFrom = null,
    int? Version = null);

/// <summary>A region's target.</summary>
/// <param name="Region">区划代码.</param>
/// <param name="Indicator">序号.</param>
/// <param name="Year">For which year.</param>
/// <param name="Value">In the indicator's unit.</param>
/// <param name="Document">依据文件.</param>
/// <param name="EffectiveFrom">The day from which it holds.</param>
/// <param name="Version">Of the year's targets the how manyth it is.</param>
/// <param name="AppliesTo">The quarters judged by it now; none where others that begin later stand before it.</param>
internal sealed record TargetAnswer(
    string Region, int Indicator, int Year, decimal Value, string Document, DateOnly EffectiveFrom, int Version, IReadOnlyList<string> AppliesTo)
{
    public static TargetAnswer Of(string region, int indicator, EnteredTarget entered)
    {
        var target = entered.Target;
        return new TargetAnswer(
            region,
            indicator,
            target.Year,
            target.Value,
            target.Document,
            target.EffectiveFrom,
            target.Version,
            [.. entered.AppliesTo.Select(quarter => quarter.ToString())]);
    }
}
