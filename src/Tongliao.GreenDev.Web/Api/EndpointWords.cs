using Tongliao.GreenDev.Web.Api.Problems;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Says of an endpoint what the document of the API shows: a summary and the errors it can answer with.</summary>
internal static class EndpointWords
{
    private const string ProblemJson = "application/problem+json";

    private const int LargestBodyBytes = 256 * 1024;

    /// <summary>Every call may be refused for want of a token, and when calls come too often.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string summary, params ReadOnlySpan<int> errors)
    {
        endpoint.WithSummary(summary);
        foreach (var status in (ReadOnlySpan<int>)[StatusCodes.Status401Unauthorized, .. errors, StatusCodes.Status429TooManyRequests])
        {
            endpoint.Produces<ProblemAnswer>(status, ProblemJson);
        }

        return endpoint;
    }

    /// <summary>The errors of a call that takes a body.</summary>
    public static RouteHandlerBuilder TakesJson(this RouteHandlerBuilder endpoint)
    {
        foreach (var status in (ReadOnlySpan<int>)
            [StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity])
        {
            endpoint.Produces<ProblemAnswer>(status, ProblemJson);
        }

        return endpoint.WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBodyBytes));
    }
}
