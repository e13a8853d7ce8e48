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
    public static void Add(WriteScope scope, string kind, GreenDevUser user, string address, bool succeeded, AuditPayload after) =>
        Add(scope, kind, user.Id, $"{user.DisplayName}（{user.UserName}）", UserStore.Subject(user), address, succeeded, after);

    /// <summary>For a name that nobody has: only a fingerprint, since people type their password into the wrong field.</summary>
    public static void AddUnknown(WriteScope scope, string loginName, string address, SignInFailure failure) =>
        Add(scope, AuditKinds.SignedIn, null, "未知登录名", new AuditSubject.UnknownName(Fingerprint(loginName)), address, false, new AuditedFailure(failure));

    private static void Add(
        WriteScope scope, string kind, Guid? userId, string userName, AuditSubject subject, string address, bool succeeded, AuditPayload after) =>
        scope.Db.AuditEvents.Add(new AuditEvent
        {
            At = scope.Now,
            UserId = userId,
            UserName = userName,
            Address = address,
            Kind = kind,
            Subject = subject.ToString(),
            Succeeded = succeeded,
            After = AuditJson.Of(after),
        });

    private static string Fingerprint(string loginName) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LoginName.Normalise(loginName))))[..12];
}
