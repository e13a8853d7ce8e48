using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Web.Api.Problems;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>What goes wrong is told in Chinese: problem details to programs, a page to people, the cause only to the log.</summary>
public static class PortalProblems
{
    public static void AddPortalProblems(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProgramProblemWriter>();
        services.AddProblemDetails();

        // Asked in this order: what is expected first, and last what nobody thought of.
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.AddExceptionHandler<ProgramExceptionHandler>();
    }

    public static void UsePortalProblems(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            // Late, because the exception handler clears headers.
            context.Response.OnStarting(SayWhenToComeBack, context.Response);
            return next(context);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = static fault =>
                DatabaseOutage.Explains(fault) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,

            // An answered exception is otherwise not logged at all, though the answer says that it is.
            SuppressDiagnosticsCallback = static context => ApiExceptionHandler.IsExpected(context.Exception),
        });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(PrepareErrorPage);

        // Inside the pages: what it has answered, they leave alone.
        app.UseWhen(static context => context.Request.IsFromProgram(), static programs => programs.UseStatusCodePages());
    }

    private static Task SayWhenToComeBack(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "5";
        }

        return Task.CompletedTask;
    }

    private static async Task PrepareErrorPage(HttpContext context, RequestDelegate next)
    {
        // The page about a refused post is read, not posted to: otherwise it would be refused too.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        await next(context);

        // Blazor refuses a post with a content type and no content, which would stand for an answer.
        if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest })
        {
            context.Response.ContentType = null;
        }
    }

    private static void Translate(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ??= context.HttpContext.Response.StatusCode;
        if (problem.Title is null || problem.Title.All(char.IsAscii))
        {
            problem.Title = StatusWords.Title(status);
            problem.Detail ??= StatusWords.Advice(status);
        }

        problem.Extensions.TryAdd("code", StatusWords.Code(status));
        problem.Extensions["requestId"] = context.HttpContext.TraceIdentifier;
        problem.Extensions.Remove("traceId");
    }

    /// <summary>Programs get problem details whatever they say they accept; the framework's writer gives a browser at an API address nothing.</summary>
    private sealed class ProgramProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.IsFromProgram();

        public async ValueTask WriteAsync(ProblemDetailsContext context)
        {
            Translate(context);
            await context.HttpContext.Response.WriteAsJsonAsync(
                context.ProblemDetails, json.Value.SerializerOptions, "application/problem+json", context.HttpContext.RequestAborted);
        }
    }

    private sealed class ProgramExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (!httpContext.Request.IsFromProgram())
            {
                return false;
            }

            await problems.WriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = { Status = httpContext.Response.StatusCode } });
            return true;
        }
    }
}
