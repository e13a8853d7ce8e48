using System.Security.Cryptography;
using System.Text;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Writes sign-ins into the audit, the failed ones too.</summary>
internal static class SignInAudit
{
    public static void Add(WriteScope scope, string kind, GreenDevUser user, string address, bool succeeded, object? after) =>
        Add(scope, kind, user.Id, $"{user.DisplayName}（{user.UserName}）", $"user {user.UserName}", address, succeeded, after);

    /// <summary>For a name that nobody has: only a fingerprint, since people type their password into the wrong field.</summary>
    public static void AddUnknown(WriteScope scope, string loginName, string address, object after) =>
        Add(scope, AuditKinds.SignedIn, null, "未知登录名", $"unknown-name {Fingerprint(loginName)}", address, false, after);

    private static void Add(
        WriteScope scope, string kind, Guid? userId, string userName, string subject, string address, bool succeeded, object? after) =>
        scope.Db.AuditEvents.Add(new AuditEvent
        {
            At = scope.Now,
            UserId = userId,
            UserName = userName,
            Address = address,
            Kind = kind,
            Subject = subject,
            Succeeded = succeeded,
            After = AuditJson.Of(after),
        });

    private static string Fingerprint(string loginName) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LoginName.Normalise(loginName))))[..12];
}
