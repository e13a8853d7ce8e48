using Microsoft.AspNetCore.Diagnostics;

namespace Tongliao.GreenDev.Web.Requests;

/// <summary>Tells a browser that shows a page from a program that reads an answer.</summary>
public static class RequestKind
{
    private static readonly PathString[] ProgramPaths = ["/api", "/openapi", "/health", "/_blazor"];

    /// <summary>A program gets status codes and problem details instead of redirects and pages.</summary>
    public static bool IsFromProgram(this HttpRequest request)
    {
        // While an exception is handled the request bears the address of the error page.
        PathString asked = request.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Path ?? request.Path;
        return Array.Exists(ProgramPaths, path => asked.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            || !request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }
}
