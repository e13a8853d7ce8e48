using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>In which characters a body says that it is written.</summary>
internal static class BodyCharset
{
    /// <summary>A charset that nobody here reads is the caller's fault; left to the framework, it would be one of the portal.</summary>
    public static Task RequireKnownAsync(HttpContext context, RequestDelegate next)
    {
        // The page that tells of it is read under the header that was refused.
        if (IsKnown(context.Request.ContentType) || HttpMethods.IsGet(context.Request.Method))
        {
            return next(context);
        }

        if (context.Request.IsFromProgram() && TakesJson(context))
        {
            throw new BadHttpRequestException("The charset of the body is unknown.", StatusCodes.Status415UnsupportedMediaType);
        }

        if (!context.Request.HasFormContentType)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }

    private static bool TakesJson(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null;

    private static bool IsKnown(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.Charset.Length == 0)
        {
            return true;
        }

        try
        {
            return Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString()) is not null;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            // Unknown, or known to be unsafe: utf-7.
            return false;
        }
    }
}
