using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>The way of a report from the county to approval.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this RouteGroupBuilder api)
    {
        var reports = api.MapGroup("/reports/{region}/{period}");
        reports.MapPost("/check", CheckAsync).Says("检查填报数据，列出每项待改正和待说明之处，不保存", 403, 404).TakesJson();
        reports.MapStep<SubmissionRequest>("/submit", ReviewStep.Submit, "上报（填报员）；退回后未改动的，须在answers中逐项答复退回原因");
        reports.MapStep<StepRequest>("/withdraw", ReviewStep.Withdraw, "撤回已上报、审核人还没有打开的数据（填报员）");
        reports.MapStep<ApprovalRequest>("/approve", ReviewStep.Approve, "审核通过（县级审核员、牵头部门、市住建局），须在versions中逐项写明读到的版本；市住建局代其他牵头部门审核的，须写明原因");
        reports.MapStep<StepRequest>("/return", ReviewStep.Return, "退回填报员，须写明原因（县级审核员、牵头部门、市住建局）");
        reports.MapStep<StepRequest>("/reopen", ReviewStep.Reopen, "重新打开已审核通过的数据，须写明原因（市住建局）");
    }

    private static void MapStep<TRequest>(this RouteGroupBuilder reports, string path, ReviewStep step, string summary)
        where TRequest : StepRequest, new() => reports
        .MapPost(
            path,
            async (
                ApiCaller caller,
                string region,
                string period,
                [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] TRequest? body,
                ReviewService service,
                CancellationToken cancellationToken) =>
            {
                var results = await service.ApplyAsync(caller, ToCommand(body ?? new TRequest(), region, period, step), cancellationToken);
                return new StepAnswer(region, period, [.. results.Select(result => new SteppedValue(result.IndicatorNumber, result.Status, result.Version))]);
            })
        .Says(summary + "；indicators为null或省略时指全部，全部成功或全部不变", 403, 404, 409).TakesJson();

    private static ApplyStep ToCommand(StepRequest body, string region, string period, ReviewStep step) =>
        new(new ReportKey(region, Quarter.Read(period)), step, body.Indicators, body.Reason, body.Versions, body.OperationId ?? Guid.CreateVersion7())
        {
            Reasons = (body as SubmissionRequest)?.Answers ?? new Dictionary<int, string>(),
        };

    private static async Task<CheckAnswer> CheckAsync(
        ApiCaller caller,
        string region,
        string period,
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] StepRequest? body,
        ReportQueries reports,
        CancellationToken cancellationToken)
    {
        var report = await reports.ReportAsync(caller, new ReportKey(region, Quarter.Read(period)), cancellationToken);
        return CheckAnswer.Of(report, body?.Indicators);
    }
}

/// <summary>Which values a step is for. A submission, return or reopening may leave out what was read.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record StepRequest
{
    /// <summary>Numbers of the annex; null or left out for all.</summary>
    public IReadOnlyList<int>? Indicators { get; init; }

    /// <summary>原因, for a return or a reopening, or for deciding in place of a lead department; of a submission the 答复 for all.</summary>
    [JsonConverter(typeof(StorableTextConverter))]
    public string? Reason { get; init; }

    /// <summary>The versions that were read, by indicator.</summary>
    public virtual IReadOnlyDictionary<int, int>? Versions { get; init; }

    /// <summary>Made by the client; the same id again is the same step.</summary>
    public Guid? OperationId { get; init; }
}

/// <summary>A submission, which answers returns.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SubmissionRequest : StepRequest
{
    /// <summary>答复 to the reasons of returns, by indicator; needed where nothing was changed.</summary>
    public IReadOnlyDictionary<int, string>? Answers { get; init; }
}

/// <summary>An approval, which says for every value which version was read.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ApprovalRequest : StepRequest
{
    [Required]
    public override IReadOnlyDictionary<int, int>? Versions { get; init; }
}

/// <summary>Where the chosen values stand after a step.</summary>
internal sealed record StepAnswer(string Region, string Period, IReadOnlyList<SteppedValue> Indicators);

/// <summary>One value after a step.</summary>
internal sealed record SteppedValue(int Indicator, ValueStatus Status, int Version);

/// <summary>What a check found.</summary>
/// <param name="Region">区划代码.</param>
/// <param name="Period">For example <c>2025Q3</c>.</param>
/// <param name="Ready">Nothing keeps the chosen values from being submitted.</param>
/// <param name="RepeatsLastQuarter">The whole report says what it said the quarter before; it is asked about once.</param>
/// <param name="Indicators">One for each chosen value.</param>
internal sealed record CheckAnswer(string Region, string Period, bool Ready, bool RepeatsLastQuarter, IReadOnlyList<CheckedValue> Indicators)
{
    public static CheckAnswer Of(UnitReport report, IReadOnlyList<int>? chosen)
    {
        foreach (var unknown in (chosen ?? []).Except(report.Entries.Select(entry => entry.Indicator.Number)))
        {
            throw ReviewAccess.UnknownIndicator(report.Facts, unknown);
        }

        var entries = report.Entries.Where(entry => chosen is null || chosen.Contains(entry.Indicator.Number)).ToList();
        return new CheckAnswer(
            report.Unit.Code,
            report.Period.Quarter.ToString(),
            entries.TrueForAll(entry => entry.Findings.All(finding => !finding.BlocksSubmission)),
            report.RepeatsLastQuarter,
            [.. entries.Select(entry => new CheckedValue(entry.Indicator.Number, entry.Status, [.. entry.Findings.Select(IssueAnswer.Of)]))]);
    }
}

/// <summary>One checked value.</summary>
internal sealed record CheckedValue(int Indicator, ValueStatus Status, IReadOnlyList<IssueAnswer> Issues);
