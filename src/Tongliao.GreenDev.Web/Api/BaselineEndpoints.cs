using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>2023 baselines (基数).</summary>
internal static class BaselineEndpoints
{
    public static void MapBaselines(this RouteGroupBuilder api)
    {
        api.MapGet("/baselines", static async (ApiCaller caller, TargetListQueries targets, CancellationToken cancellationToken) =>
                (await targets.BaselinesAsync(caller, cancellationToken))
                .Select(row => new BaselineAnswer(row.UnitCode, row.IndicatorNumber, InputsAnswer.Of(row.Baseline.Inputs), row.Baseline.Version)).ToList())
            .Says("列出基数（方案实施前一年的完成数）；县级只见本地区", 403);
        api.MapPut("/baselines/{region}/{indicator:int}", SetAsync)
            .Says("录入一个单位一项指标的基数（仅市住建局）；写明version（读取时的版本，没有的为0）时，期间有变动的不覆盖，不写则直接覆盖", 403, 404, 409).TakesJson();
    }

    private static async Task<BaselineAnswer> SetAsync(
        ApiCaller caller, string region, int indicator, BaselineRequest body, TargetService targets, CancellationToken cancellationToken)
    {
        var inputs = body.Inputs?.Read() ?? throw RefusalException.Invalid(
            RefusalCodes.InvalidValue, "请填写基数。", new FieldFault("inputs", "请写成{\"amount\":数字}的形式；清除基数请填{}。"));
        var baseline = await targets.SetBaselineAsync(caller, new SetBaseline(region, indicator, inputs, body.Version), cancellationToken);
        return new BaselineAnswer(region, indicator, InputsAnswer.Of(baseline.Inputs), baseline.Version);
    }
}

/// <summary>A baseline as a program sends it; empty inputs remove its numbers.</summary>
/// <param name="Inputs">All its numbers.</param>
/// <param name="Version">The version that was read, 0 for none there; left out to replace whatever stands there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BaselineRequest([property: Required] InputsRequest? Inputs = null, int? Version = null);

/// <summary>A region's baseline.</summary>
internal sealed record BaselineAnswer(string Region, int Indicator, InputsAnswer Inputs, int Version);
