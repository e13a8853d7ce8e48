using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Targets;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>2023 baselines (基数).</summary>
internal static class BaselineEndpoints
{
    public static void MapBaselines(this RouteGroupBuilder api)
    {
        api.MapGet("/baselines", static async (ApiCaller caller, TargetListQueries targets, CancellationToken cancellationToken) =>
                (await targets.BaselinesAsync(caller, cancellationToken))
                .Select(row => new BaselineAnswer(row.UnitCode, row.IndicatorNumber, InputsAnswer.Of(row.Baseline.Inputs))).ToList())
            .Says("列出基数（方案实施前一年的完成数）；县级只见本地区", 403);
        api.MapPut("/baselines/{region}/{indicator:int}", SetAsync)
            .Says("录入一个单位一项指标的基数（仅市住建局）", 403, 404).TakesJson();
    }

    private static async Task<BaselineAnswer> SetAsync(
        ApiCaller caller, string region, int indicator, BaselineRequest body, TargetService targets, CancellationToken cancellationToken)
    {
        var inputs = body.Inputs?.Read() ?? throw RefusalException.Invalid(
            "invalid_value", "请填写基数。", new FieldFault("inputs", "请写成{\"amount\":数字}的形式；清除基数请填{}。"));
        await targets.SetBaselineAsync(caller, region, indicator, inputs, cancellationToken);
        return new BaselineAnswer(region, indicator, InputsAnswer.Of(inputs));
    }
}

/// <summary>A baseline as a program sends it; empty inputs remove its numbers.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BaselineRequest([property: Required] InputsRequest? Inputs = null);

/// <summary>A region's baseline.</summary>
internal sealed record BaselineAnswer(string Region, int Indicator, InputsAnswer Inputs);
