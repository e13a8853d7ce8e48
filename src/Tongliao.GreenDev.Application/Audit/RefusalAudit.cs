using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>Writes into the audit that somebody asked for what their role may not see.</summary>
public sealed class RefusalAudit(WriteTransaction write)
{
    private const int LongestSubject = 200;

    /// <param name="caller">Who asked.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Encoded, and without the query, in which people may have typed anything.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RefusalException">The account is gone or disabled.</exception>
    public Task NoteAsync(Caller caller, string method, string path, CancellationToken cancellationToken) =>
        write.RunAsync(
            caller with { OperationId = null },
            scope =>
            {
                var subject = $"address {path}";
                scope.Audit(
                    AuditKinds.AccessRefused, subject[..Math.Min(subject.Length, LongestSubject)], before: null, new { Method = method }, succeeded: false);
                return Task.FromResult(true);
            },
            cancellationToken);
}
