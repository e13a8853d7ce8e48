using System.Text.Json;

namespace Tongliao.GreenDev.Web.Api.Problems;

/// <summary>The form of every error, as the document of the API describes it (RFC 9457).</summary>
/// <param name="Title">What kind of problem, in Chinese.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong and what to do, in Chinese.</param>
/// <param name="Code">Stable code for programs.</param>
/// <param name="RequestId">To be named when asking for help.</param>
/// <param name="Errors">Messages by field.</param>
/// <param name="Current">On 409: what stands there now.</param>
internal sealed record ProblemAnswer(
    string Title,
    int Status,
    string Detail,
    string Code,
    string RequestId,
    IReadOnlyDictionary<string, string[]>? Errors = null,
    JsonElement? Current = null);
