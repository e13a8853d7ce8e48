using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Guards the address of the circuits: no foreign site may open one, and none opens while the portal stops.</summary>
public static class CircuitOrigin
{
    private static readonly PathString CircuitPath = "/_blazor";

    public static void UseCircuitOrigin(this WebApplication app)
    {
        var allowed = app.SettingsOf<WebOptions>().AllowedOrigins.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments(CircuitPath, StringComparison.OrdinalIgnoreCase))
            {
                return next(context);
            }

            // A browser reconnects at once; answered otherwise, it holds the process until the shutdown timeout.
            if (stopping.IsCancellationRequested)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            }

            if (IsForeign(context.Request, allowed))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }

            return next(context);
        });
    }

    private static bool IsForeign(HttpRequest request, HashSet<string> allowed)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            && !allowed.Contains(origin);
    }
}
