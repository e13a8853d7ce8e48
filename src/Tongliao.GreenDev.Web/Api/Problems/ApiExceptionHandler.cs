using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api.Problems;

/// <summary>Answers programs with problem details in Chinese; what is not expected goes on to the portal's own handler.</summary>
internal sealed class ApiExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.IsFromProgram() || ProblemOf(exception) is not { } problem)
        {
            return false;
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        await problems.WriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
        return true;
    }

    /// <summary>A fault of the caller, which is told to them and is nothing for the log.</summary>
    public static bool IsExpected(Exception exception) => exception is RefusalException or BadHttpRequestException;

    private static ProblemDetails? ProblemOf(Exception exception) => exception switch
    {
        RefusalException refusal => RefusalProblems.Of(refusal),
        BadHttpRequestException bad => BadRequestProblems.Of(bad),
        _ => null,
    };
}
