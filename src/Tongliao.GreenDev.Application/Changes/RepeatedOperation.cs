using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>Tells a request that was sent again from another one that bears its id.</summary>
internal static class RepeatedOperation
{
    /// <param name="scope">The request.</param>
    /// <param name="operation">What is asked for now.</param>
    /// <param name="byId">Who asked under this id before.</param>
    /// <param name="content">What they asked for.</param>
    /// <exception cref="RefusalException">Conflict: somebody else's, or something else.</exception>
    public static void RequireSame(WriteScope scope, Operation operation, Guid byId, byte[]? content)
    {
        if (byId != scope.Actor.UserId || content is null || !content.AsSpan().SequenceEqual(operation.Content))
        {
            throw RefusalException.OperationReused();
        }
    }
}
