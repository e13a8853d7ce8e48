using Microsoft.AspNetCore.Http.Metadata;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api.Json;

/// <summary>Refuses JSON that says it is written in characters that nobody here reads.</summary>
internal static class JsonCharset
{
    public static Task RequireKnownAsync(HttpContext context, RequestDelegate next) =>
        TakesBody(context) && !BodyCharset.IsKnown(context.Request.ContentType)
            ? throw new BadHttpRequestException("The charset of the body is unknown.", StatusCodes.Status415UnsupportedMediaType)
            : next(context);

    private static bool TakesBody(HttpContext context) =>
        context.Request.Path.StartsWithSegments(PortalApi.Root, StringComparison.OrdinalIgnoreCase)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null;
}
