using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Api.Problems;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>
/// Evidence (佐证材料) for browsers: files come by an ordinary request, one a file, beside the circuit, whose messages stay small; and are
/// looked at here.
/// </summary>
internal static class ScreenEvidenceEndpoints
{
    public static void MapScreenEvidence(this RouteGroupBuilder evidence)
    {
        evidence.MapPost("/{unit}/{period}/{indicator:int}", AddAsync);
        evidence.MapPost("/tasks/{task:int}/{department}/{period}", AddToTaskAsync);
        evidence.MapGet("/{id:long}", ShowAsync)
            .AddEndpointFilter(BrowserRefusals.TellAsync)
            .WithMetadata(new ForeignContentAttribute());
    }

    /// <summary>The content of an uploaded file; the request as a whole is bounded by the server.</summary>
    internal static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    private static async Task<IResult> AddAsync(
        ApiCaller caller,
        string unit,
        string period,
        int indicator,
        long? correction,
        IFormFile file,
        [FromForm] Guid operationId,
        EvidenceService service,
        CancellationToken cancellationToken) => await ToldAsync(async () => await service.AddAsync(
            caller.Caller with { OperationId = operationId },
            new AddEvidence(new ValueKey(unit, Quarter.Read(period), indicator), file.FileName, await ReadAsync(file, cancellationToken), correction),
            cancellationToken));

    private static async Task<IResult> AddToTaskAsync(
        ApiCaller caller,
        int task,
        string department,
        string period,
        IFormFile file,
        [FromForm] Guid operationId,
        TaskEvidenceService service,
        CancellationToken cancellationToken) => await ToldAsync(async () => await service.AddAsync(
            caller.Caller with { OperationId = operationId },
            new AddTaskEvidence(new TaskReportKey(task, department, Quarter.Read(period)), file.FileName, await ReadAsync(file, cancellationToken)),
            cancellationToken));

    /// <summary>What became of an upload, for the script that sent it.</summary>
    private static async Task<IResult> ToldAsync(Func<Task> add)
    {
        try
        {
            await add();
        }
        catch (RefusalException refusal) when (refusal.Code == RefusalCodes.AlreadyDone)
        {
            // The answer to an earlier sending never came.
        }
        catch (RefusalException refusal) when (refusal.Kind is RefusalKind.Invalid or RefusalKind.Conflict)
        {
            // Expected, and said at the file: no failed request for the browser to report.
            return TypedResults.Ok(new UploadAnswer(refusal.Message));
        }

        return TypedResults.Ok(new UploadAnswer(Refusal: null));
    }

    /// <summary>A file, to be shown by the browser itself or saved; nothing of it where the reader has it.</summary>
    internal static async Task<IResult> ShowAsync(ApiCaller caller, long id, HttpContext context, EvidenceQueries evidence)
    {
        var kept = context.Request.GetTypedHeaders().IfNoneMatch.Select(tag => tag.Tag.ToString().Trim('"')).ToList();
        var (file, content) = await evidence.DownloadAsync(caller, id, kept, context.RequestAborted);
        context.Response.Headers.ETag = $"\"{EvidenceDownload.TagOf(file)}\"";
        if (content is null)
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var disposition = new ContentDispositionHeaderValue(file.Kind.IsShownByBrowsers() ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Bytes(content, file.Kind.MediaType());
    }

    /// <summary>What became of a file; null for one that was taken.</summary>
    private sealed record UploadAnswer(string? Refusal);
}
