using Tongliao.GreenDev.Web.Api.Description;
using Tongliao.GreenDev.Web.Api.Json;
using Tongliao.GreenDev.Web.Authentication;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>The HTTP API that other programs rely on: stable, versioned, and only ever growing.</summary>
public static class PortalApi
{
    public const string Root = "/api/v1";

    public static void AddPortalApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(static handlers => handlers.ThrowOnBadRequest = true);
        services.AddPortalDescription();
    }

    public static void MapPortalApi(this WebApplication app)
    {
        app.Use(JsonCharset.RequireKnownAsync);

        // Bearer tokens only: what a browser sends by itself never changes anything here.
        var api = app.MapGroup(Root).RequireAuthorization(AccessPolicies.Token).RequireRateLimiting(RateLimitPolicies.Api);
        api.MapPlan();
        api.MapPeriods();
        api.MapValues();
        api.MapValueEvidence();
        api.MapReports();
        api.MapProgress();
        api.MapTasks();
        api.MapRatings();
        api.MapReleases();
        api.MapRectifications();
        api.MapPreview();
        api.MapBaselines();
        api.MapBaselineFilings();
        api.MapTargets();
        api.MapRules();
        api.MapTokens();
        api.MapUsers();
        api.MapAudit();
        api.MapVerification();
        var exports = app.MapGroup("/exports").RequireAuthorization(AccessPolicies.SessionOrToken).RequireRateLimiting(RateLimitPolicies.Api);
        exports.MapExports();
        exports.MapDocuments();
        app.MapGroup("/evidence").RequireRateLimiting(RateLimitPolicies.Api).ExcludeFromDescription().MapScreenEvidence();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().RequireRateLimiting(RateLimitPolicies.Api);
    }
}
