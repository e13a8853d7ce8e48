using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Tongliao.GreenDev.Web.Api.Json;

/// <summary>In which characters a body says that it is written.</summary>
internal static class JsonCharset
{
    /// <summary>A charset that nobody here reads is the caller's fault; left to the framework, it would be one of the portal.</summary>
    public static Task RequireKnownAsync(HttpContext context, RequestDelegate next) =>
        TakesBody(context) && !IsKnown(context.Request.ContentType)
            ? throw new BadHttpRequestException("The charset of the body is unknown.", StatusCodes.Status415UnsupportedMediaType)
            : next(context);

    private static bool TakesBody(HttpContext context) =>
        context.Request.Path.StartsWithSegments(PortalApi.Root, StringComparison.OrdinalIgnoreCase)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null;

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
        catch (ArgumentException)
        {
            return false;
        }
    }
}
