using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api.Problems;

/// <summary>Where browsers call too: a person who is refused gets the page of the status instead of problem details.</summary>
internal static class BrowserRefusals
{
    public static async ValueTask<object?> TellAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RefusalException refusal) when (!context.HttpContext.Request.IsFromProgram())
        {
            return TypedResults.StatusCode(RefusalProblems.StatusOf(refusal.Kind));
        }
    }
}
