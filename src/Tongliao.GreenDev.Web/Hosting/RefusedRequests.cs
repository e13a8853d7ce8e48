using System.ComponentModel;
using Microsoft.AspNetCore.Http.Metadata;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Whoever is signed in and asks for what is not theirs to see or do leaves one row in the audit, for pages, files and calls alike.</summary>
internal sealed partial class RefusedRequests(AccessAuditService audit, ILogger<RefusedRequests> log)
{
    /// <summary>Stands outside the pages of the statuses, so that it sees the address that was asked for and the final answer.</summary>
    public async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        var (method, path, feature) = (context.Request.Method, context.Request.Path.ToString(), FeatureOf(context.GetEndpoint()));
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden && context.User.Identity is { IsAuthenticated: true })
        {
            await RecordAsync(context, method, path, feature);
        }
    }

    private async Task RecordAsync(HttpContext context, string method, string path, string? feature)
    {
        try
        {
            await audit.RefusedAsync(context.Caller() with { Plan = null }, method, path, feature, CancellationToken.None);
        }
        catch (RefusalException)
        {
            // The account was disabled meanwhile; that is in the audit already.
        }
        catch (Exception fault) when (DatabaseOutage.Explains(fault))
        {
            LogNotRecorded(fault, method, path);
        }
    }

    /// <summary>The name of a page, or the summary of a file or a call up to its first explanation.</summary>
    private static string? FeatureOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<DisplayNameAttribute>()?.DisplayName
        ?? endpoint?.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary.Split('（', '；', '：', '，')[0];

    [LoggerMessage(Level = LogLevel.Warning, Message = "A refused request was not recorded: {Method} {Path}")]
    private partial void LogNotRecorded(Exception fault, string method, string path);
}
