using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Health for supervisors and load balancers; a check with the tag <see cref="ReadyTag"/> decides about readiness.</summary>
public static class PortalHealth
{
    public const string ReadyTag = "ready";

    private static readonly PathString Folder = "/health";

    /// <summary>Asked by supervisors beside the portal, by plain HTTP and whatever name they know it by.</summary>
    public static bool IsAboutHealth(this HttpRequest request) => request.Path.StartsWithSegments(Folder, StringComparison.OrdinalIgnoreCase);

    public static void MapPortalHealth(this WebApplication app)
    {
        Map(app, Folder + "/live", static _ => false);
        Map(app, Folder + "/ready", static check => check.Tags.Contains(ReadyTag));
    }

    private static void Map(WebApplication app, string address, Func<HealthCheckRegistration, bool> checks) =>
        app.MapHealthChecks(address, new HealthCheckOptions { Predicate = checks, ResponseWriter = Write })
            .AllowAnonymous().WithMetadata(new WithoutSessionAttribute());

    /// <summary>Names and states only: a description may tell a stranger about the inside.</summary>
    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
    });
}
