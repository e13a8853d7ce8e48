using Microsoft.AspNetCore.Diagnostics;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Web.Api;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Sees to it that a page or workbook refused to a signed-in person leaves a row in the audit. Calls of the API do not: programs try what they may.</summary>
public static class RefusedVisits
{
    /// <summary>Comes between authentication and authorization.</summary>
    public static void UseRefusedVisits(this WebApplication app) =>
        app.UseWhen(IsVisit, static visits => visits.Use(static async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
            {
                await NoteAsync(context);
                throw;
            }

            if (context.Response.StatusCode == StatusCodes.Status403Forbidden)
            {
                await NoteAsync(context);
            }
        }));

    /// <summary>The page about a refusal passes here once more.</summary>
    private static bool IsVisit(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(PortalApi.Root, StringComparison.OrdinalIgnoreCase)
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && context.Features.Get<IExceptionHandlerFeature>() is null;

    private static async Task NoteAsync(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            return;
        }

        try
        {
            await context.RequestServices.GetRequiredService<RefusalAudit>()
                .NoteAsync(context.Caller(), context.Request.Method, context.Request.Path.ToUriComponent(), CancellationToken.None);
        }
        catch (Exception fault) when (fault is RefusalException || DatabaseOutage.Explains(fault))
        {
            // The account was disabled a moment ago, or the database is away; the visit stays refused.
            context.RequestServices.GetRequiredService<ILogger<RefusalAudit>>().LogWarning(fault, "A refused visit could not be audited.");
        }
    }
}
