using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Web.Api.Problems;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Endpoints;

/// <summary>固定链接: leads from a page to the same page as of this moment, under an address that shows the same numbers for ever.</summary>
public static class PermanentEndpoints
{
    public static void MapGreenDevPermanent(this IEndpointRouteBuilder app) => app
        .MapGet(PermanentAddress.Prefix + "/{**page}", LeadAsync)
        .AddEndpointFilter(BrowserRefusals.TellAsync)
        .ExcludeFromDescription();

    private static async Task<IResult> LeadAsync(HttpContext context, string? page, SettledMoment moment)
    {
        var path = "/" + page;
        if (!PermanentAddress.IsOf(path))
        {
            return TypedResults.NotFound();
        }

        var asOf = await moment.NowAsync(context.Caller(), context.RequestAborted);
        return TypedResults.LocalRedirect(PermanentAddress.Of(path, context.Request.QueryString.Value, asOf.Text));
    }
}
