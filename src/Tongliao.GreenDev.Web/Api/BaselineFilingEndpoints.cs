using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>基数申报, for programs.</summary>
internal static class BaselineFilingEndpoints
{
    public static void MapBaselineFilings(this RouteGroupBuilder api)
    {
        api.MapGet("/baseline-filings", ListAsync)
            .Says("列出各单位应有的基数和最近一次申报：待审核的不参与判定，采用后才成为基数；县级只见本地区", 403);
        api.MapPut("/baseline-filings/{region}/{indicator:int}", FileAsync)
            .Says("申报本地区一项指标的基数（仅本地区填报员），依据和说明（ground）必填；此前待审核的由这次代替；写明version（读取时最近一次申报的编号，没有的为0）时，期间有变动的不再保存", 403, 404, 409, 422)
            .TakesJson();
        api.MapPost("/baseline-filings/{region}/{indicator:int}/adopt", AdoptAsync)
            .Says("采用最近一次申报，成为该单位的基数（仅市住建局，不能是申报人本人）", 403, 404, 409, 422).TakesJson();
        api.MapPost("/baseline-filings/{region}/{indicator:int}/return", ReturnAsync)
            .Says("退回最近一次申报（仅市住建局，不能是申报人本人），退回原因（reason）必填", 403, 404, 409, 422).TakesJson();
    }

    private static async Task<IReadOnlyList<FilingAnswer>> ListAsync(ApiCaller caller, BaselineFilingQueries filings, CancellationToken cancellationToken) =>
        [.. (await filings.ListAsync(caller, cancellationToken)).Lines.Select(line => FilingAnswer.Of(line))];

    private static async Task<FilingAnswer> FileAsync(
        ApiCaller caller, string region, int indicator, FilingRequest body, BaselineFilingService filings, BaselineFilingQueries queries, CancellationToken cancellationToken)
    {
        var inputs = body.Inputs?.Read() ?? throw RefusalException.Invalid(
            RefusalCodes.InvalidValue, "请填写基数。", new FieldFault("inputs", "请写成{\"amount\":数字}的形式。"));
        await filings.FileAsync(caller, new FileBaseline(region, indicator, inputs, body.Ground, body.Support, body.Version), cancellationToken);
        return await LineAsync(caller, region, indicator, queries, cancellationToken);
    }

    private static Task<FilingAnswer> AdoptAsync(
        ApiCaller caller, string region, int indicator, FilingDecisionRequest body, BaselineFilingService filings, BaselineFilingQueries queries, CancellationToken cancellationToken) =>
        DecideAsync(caller, new DecideBaseline(region, indicator, IsAdopted: true, body.Reason, body.Version), filings, queries, cancellationToken);

    private static Task<FilingAnswer> ReturnAsync(
        ApiCaller caller, string region, int indicator, FilingDecisionRequest body, BaselineFilingService filings, BaselineFilingQueries queries, CancellationToken cancellationToken) =>
        DecideAsync(caller, new DecideBaseline(region, indicator, IsAdopted: false, body.Reason, body.Version), filings, queries, cancellationToken);

    private static async Task<FilingAnswer> DecideAsync(
        ApiCaller caller, DecideBaseline command, BaselineFilingService filings, BaselineFilingQueries queries, CancellationToken cancellationToken)
    {
        await filings.DecideAsync(caller, command, cancellationToken);
        return await LineAsync(caller, command.UnitCode, command.IndicatorNumber, queries, cancellationToken);
    }

    private static async Task<FilingAnswer> LineAsync(ApiCaller caller, string region, int indicator, BaselineFilingQueries queries, CancellationToken cancellationToken) =>
        FilingAnswer.Of((await queries.ListAsync(caller, cancellationToken)).Lines.Single(line => line.Unit.Code == region && line.Indicator.Number == indicator));
}

/// <summary>A baseline as a program of its unit states it.</summary>
/// <param name="Inputs">All its numbers.</param>
/// <param name="Ground">依据和说明.</param>
/// <param name="Support">佐证说明.</param>
/// <param name="Version">Number of the last filing that was read, 0 for none; left out to follow whatever stands there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FilingRequest(
    [property: Required] InputsRequest? Inputs = null,
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? Ground = null,
    [property: JsonConverter(typeof(StorableTextConverter))] string? Support = null,
    int? Version = null);

/// <summary>A decision on what was filed last.</summary>
/// <param name="Reason">Required to return it.</param>
/// <param name="Version">Number of the filing that was read; left out to decide on whichever waits.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FilingDecisionRequest([property: JsonConverter(typeof(StorableTextConverter))] string? Reason = null, int? Version = null);

/// <summary>A baseline that a region needs.</summary>
/// <param name="Region">区划代码.</param>
/// <param name="Indicator">序号.</param>
/// <param name="State">待审核, 已退回, 已采用, 已录入 or 未申报.</param>
/// <param name="Baseline">What is rated by; null for none.</param>
/// <param name="Version">Number of the last filing, 0 for none.</param>
/// <param name="Filed">Its numbers; null for none.</param>
/// <param name="Ground">依据和说明.</param>
/// <param name="Support">佐证说明.</param>
/// <param name="FiledBy">By whom.</param>
/// <param name="FiledAt">When.</param>
/// <param name="DecidedBy">By whom it was adopted or returned; null while it waits.</param>
/// <param name="Reason">Of that.</param>
internal sealed record FilingAnswer(
    string Region,
    int Indicator,
    string State,
    InputsAnswer? Baseline,
    int Version,
    InputsAnswer? Filed,
    string? Ground,
    string? Support,
    string? FiledBy,
    DateTimeOffset? FiledAt,
    string? DecidedBy,
    string? Reason)
{
    public static FilingAnswer Of(BaselineFilingLine line) => new(
        line.Unit.Code,
        line.Indicator.Number,
        line.Word,
        line.Baseline is { } recorded ? InputsAnswer.Of(recorded.Inputs) : null,
        line.Version,
        line.Filing is { } filing ? InputsAnswer.Of(filing.Inputs) : null,
        line.Filing?.Ground,
        line.Filing?.Support,
        line.Filing?.Recorded.ByName,
        line.Filing?.Recorded.At,
        line.Decision?.Recorded.ByName,
        line.Decision?.Reason);
}
