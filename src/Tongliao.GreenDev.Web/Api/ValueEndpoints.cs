using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>What regions report, and its history.</summary>
internal static class ValueEndpoints
{
    public static void MapValues(this RouteGroupBuilder api)
    {
        api.MapGet("/values", ReadAsync)
            .Says("读取一个单位一个季度的各项填报值、状态、版本和判定", 403, 404, 422);
        api.MapPut("/values/{region}/{period}/{indicator:int}", SaveAsync)
            .Says("保存一项草稿（仅本地区填报员）；version为读取时的版本，未填过的为0", 403, 404, 409).TakesJson();
        api.MapGet("/values/{region}/{period}/{indicator:int}/history", HistoryAsync)
            .Says("读取一项填报值的历次修订，最近的在前", 403, 404);
    }

    private static async Task<ValuesAnswer> ReadAsync(
        ApiCaller caller, [Required] string? period, [Required] string? region, ReportQueries reports, ReviewOpenings openings, CancellationToken cancellationToken)
    {
        var unitCode = Queried.Required(region, "region", "150525");
        var report = await reports.ReportAsync(caller, new ReportKey(unitCode, Queried.Period(period)), cancellationToken);
        await openings.RecordAsync(report, cancellationToken);
        return ValuesAnswer.Of(report);
    }

    private static async Task<SavedAnswer> SaveAsync(
        ApiCaller caller,
        string region,
        string period,
        int indicator,
        SaveValueRequest body,
        DraftService submissions,
        CancellationToken cancellationToken)
    {
        var (saved, entry) = await submissions.SaveAndReadAsync(caller, body.ToCommand(region, period, indicator), cancellationToken);
        return new SavedAnswer(
            indicator,
            region,
            period,
            saved.Status,
            saved.Version,
            saved.SavedAt,
            RatingAnswer.Of(entry.Rating),
            ExplanationAnswer.Of(entry.Statement.Explanations),
            [.. entry.Findings.Select(IssueAnswer.Of)]);
    }

    private static async Task<IReadOnlyList<RevisionAnswer>> HistoryAsync(
        ApiCaller caller, string region, string period, int indicator, ReportQueries reports, CancellationToken cancellationToken) =>
        [.. (await reports.HistoryAsync(caller, new ValueKey(region, Quarter.Read(period), indicator), cancellationToken)).Select(RevisionAnswer.Of)];
}

/// <summary>A draft as a program sends it.</summary>
/// <param name="Inputs">All numbers of the value; what is left out is cleared. Without them nothing is, except for 不适用.</param>
/// <param name="NotApplicableReason">不适用 with its reason, null for none.</param>
/// <param name="Note">备注, null for none. Without <paramref name="Explanations"/> a new note answers every finding that this save raises.</param>
/// <param name="Version">The version that was read; 0 for a value not there yet.</param>
/// <param name="OperationId">Made by the client; the same id again is the same save.</param>
/// <param name="Explanations">说明, each of the finding whose key it names; those of findings that are not raised are dropped. Null leaves what stands.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SaveValueRequest(
    InputsRequest? Inputs = null,
    [property: JsonConverter(typeof(StorableTextConverter))] string? NotApplicableReason = null,
    [property: JsonConverter(typeof(StorableTextConverter))] string? Note = null,
    [property: Required] int? Version = null,
    Guid? OperationId = null,
    IReadOnlyList<ExplanationRequest>? Explanations = null)
{
    /// <exception cref="RefusalException">Invalid: the inputs or the version are missing, or numbers are none.</exception>
    public SaveValue ToCommand(string region, string period, int indicator)
    {
        var faults = new List<FieldFault>();
        if (Inputs is null && TypedText.Clean(NotApplicableReason) is null)
        {
            faults.Add(new FieldFault("inputs", "请填写inputs；不填数值请用{}。"));
        }

        var inputs = (Inputs ?? new InputsRequest()).Read("inputs.", faults);
        if (Version is null)
        {
            faults.Add(new FieldFault("version", "请填写version，即读取时得到的版本号；从未填写过的填0。"));
        }

        var explanations = Explanations?.Select((given, i) => ExplanationRequest.Read(given, $"explanations[{i}].", faults)).ToList();
        faults.Refuse();
        var statement = new Statement { Inputs = inputs, NotApplicableReason = NotApplicableReason, Note = Note, Explanations = explanations ?? [] };
        return new SaveValue(new ValueKey(region, Quarter.Read(period), indicator), statement, Version!.Value, OperationId ?? Guid.CreateVersion7())
        {
            NoteAnswers = explanations is null,
        };
    }
}

/// <summary>说明 as a program sends it.</summary>
/// <param name="Finding">The <c>key</c> of the issue that it answers.</param>
/// <param name="Text">The answer.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExplanationRequest(
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? Finding = null,
    [property: Required, JsonConverter(typeof(StorableTextConverter))] string? Text = null)
{
    /// <summary>The explanation, with what is missing added to <paramref name="faults"/>.</summary>
    public static Explanation Read(ExplanationRequest? given, string path, List<FieldFault> faults)
    {
        if (string.IsNullOrEmpty(given?.Finding))
        {
            faults.Add(new FieldFault(path + "finding", "请填写finding，即所说明问题的key。"));
        }

        if (given?.Text is null)
        {
            faults.Add(new FieldFault(path + "text", "请填写text，即说明内容。"));
        }

        return new Explanation(given?.Finding ?? "", given?.Text ?? "");
    }
}
