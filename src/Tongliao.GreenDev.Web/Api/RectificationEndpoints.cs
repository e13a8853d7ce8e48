using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>整改事项, for programs.</summary>
internal static class RectificationEndpoints
{
    public static void MapRectifications(this RouteGroupBuilder api)
    {
        api.MapGet("/rectifications", ListAsync)
            .Says("列出整改事项：审核通过的数据为红灯时立项，以后某季度绿灯或不适用时自动销号；含整改安排的各个版本，最近的在前；县级只见本地区", 403);
        api.MapPut("/rectifications/{region}/{period}/{indicator:int}", ArrangeAsync)
            .Says("填写或修改整改安排（本地区填报员、县级审核员和市住建局），period为立项的季度；此前的保留；写明version（读取时最近一次安排的版本，没有的为0）时，期间有修改的不再保存，不写则直接保存", 403, 404, 409, 422)
            .TakesJson();
    }

    private static async Task<IReadOnlyList<RectificationAnswer>> ListAsync(
        ApiCaller caller, RectificationQueries rectifications, CancellationToken cancellationToken) =>
        [.. (await rectifications.ListAsync(caller, cancellationToken)).Lines.Select(RectificationAnswer.Of)];

    private static async Task<ArrangementAnswer> ArrangeAsync(
        ApiCaller caller,
        string region,
        string period,
        int indicator,
        ArrangementRequest body,
        RectificationService rectifications,
        CancellationToken cancellationToken) =>
        ArrangementAnswer.Of(await rectifications.ArrangeAsync(
            caller,
            new ArrangeRectification(new ValueKey(region, Quarter.Read(period), indicator), body.Measures, body.Owner, body.DueOn, body.Version),
            cancellationToken));
}

/// <summary>整改安排 as a program sends it.</summary>
/// <param name="Measures">整改措施.</param>
/// <param name="Owner">责任人.</param>
/// <param name="DueOn">整改期限, the last day.</param>
/// <param name="Version">The version of the last one that was read, 0 for none; left out to follow whatever stands there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ArrangementRequest(
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? Measures = null,
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? Owner = null,
    [property: Required] DateOnly? DueOn = null,
    int? Version = null);

/// <summary>A rectification (整改事项).</summary>
/// <param name="Region">区划代码.</param>
/// <param name="Indicator">序号.</param>
/// <param name="Opened">The quarter whose red value opened it.</param>
/// <param name="Closed">The quarter that closed it (销号); null while it is open.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="DueOn">The last day: of the arrangement, or for making one.</param>
/// <param name="Latest">The last light since it opened.</param>
/// <param name="Arrangements">整改安排, the latest first.</param>
internal sealed record RectificationAnswer(
    string Region,
    int Indicator,
    string Opened,
    string? Closed,
    RectificationState State,
    DateOnly DueOn,
    RatingAnswer Latest,
    IReadOnlyList<ArrangementAnswer> Arrangements)
{
    public static RectificationAnswer Of(RectificationLine line) => new(
        line.Unit.Code,
        line.Indicator.Number,
        line.Rectification.Opened.Quarter.ToString(),
        line.Rectification.Closed?.Quarter.ToString(),
        line.State,
        line.DueOn,
        RatingAnswer.Of(line.Latest),
        [.. line.Arrangements.Select(ArrangementAnswer.Of)]);
}

/// <summary>整改安排.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Measures">整改措施.</param>
/// <param name="Owner">责任人.</param>
/// <param name="DueOn">整改期限, the last day.</param>
/// <param name="DueSetByBureau">Whether the bureau has set the day.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">By whom.</param>
internal sealed record ArrangementAnswer(
    int Version, string Measures, string Owner, DateOnly DueOn, bool DueSetByBureau, DateTimeOffset At, string By)
{
    public static ArrangementAnswer Of(RectificationArrangement arrangement) => new(
        arrangement.Version,
        arrangement.Measures,
        arrangement.Owner,
        arrangement.DueOn,
        arrangement.IsDueSetByBureau,
        arrangement.Recorded.At,
        arrangement.Recorded.ByName);
}
