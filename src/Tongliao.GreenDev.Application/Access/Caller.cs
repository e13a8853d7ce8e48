using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>Who calls, as far as the request can be trusted: an identity, never a role or a unit.</summary>
/// <param name="UserId">From the session or token.</param>
/// <param name="Address">Network address, empty for the command line.</param>
public sealed record Caller(Guid UserId, string Address)
{
    /// <summary>Key of the plan that the call is about, as it was asked for; null for the person's own, and of somebody who has none the one loaded first.</summary>
    public string? Plan { get; init; }

    /// <summary>Which of the caller's acts this is: the same id again is the same act, and is not done a second time. Null where nothing is sent twice.</summary>
    public Guid? OperationId { get; init; }

    /// <summary>The session (会话) of a person in a browser; null for a program.</summary>
    public string? SessionId { get; init; }

    /// <summary>The bearer token that a program called with; null for a person.</summary>
    public Guid? TokenId { get; init; }

    public Way Way => TokenId is null ? Way.Screen : Way.Program;
}
