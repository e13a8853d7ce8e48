using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Records that somebody asked for a page, a file or a call outside their role.</summary>
public sealed class AccessAuditService(WriteTransaction write)
{
    private const int LongestPath = 150;

    /// <summary>One row for one refused request.</summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="method">GET, POST and so on.</param>
    /// <param name="path">What was asked for, without its query, which may hold what people type.</param>
    /// <param name="feature">Chinese: what is there; null for an address that leads nowhere.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RefusalException">The account is gone.</exception>
    public Task RefusedAsync(Caller caller, string method, string path, string? feature, CancellationToken cancellationToken) => write.RunAsync(
        caller,
        scope =>
        {
            var shown = path.Length <= LongestPath ? path : path[..LongestPath] + "…";
            scope.Audit(AuditKinds.AccessRefused, new AuditSubject.Address(shown), before: null, new AuditedRefusal(feature, method), succeeded: false);
            return Task.FromResult(true);
        },
        cancellationToken);
}
