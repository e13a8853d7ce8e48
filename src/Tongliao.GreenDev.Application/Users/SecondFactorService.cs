using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Lets people add a one-time code (动态口令) to their password, and take it off again.</summary>
public sealed class SecondFactorService(
    WriteTransaction write,
    OneTimeCodes codes,
    PasswordCheck check)
{
    private const string Issuer = "通辽绿色发展指标平台";

    /// <summary>Makes a key; nothing changes at sign-in before a first code confirms it.</summary>
    /// <exception cref="RefusalException">Switched on already.</exception>
    public Task<CodeEnrolment> BeginAsync(Caller caller, CancellationToken cancellationToken) =>
        write.RunAsync(
            caller,
            async scope =>
            {
                var user = await RequireOffAsync(scope);
                scope.Audit(AuditKinds.SecondFactorBegun, UserStore.Subject(user), before: null, after: null);
                return Enrolment(user, await codes.CreateKeyAsync(scope, user));
            },
            cancellationToken);

    /// <summary>Switches the second factor on.</summary>
    /// <exception cref="RefusalException">Switched on already, or a wrong code.</exception>
    public Task ConfirmAsync(Caller caller, string? code, CancellationToken cancellationToken) =>
        write.RunAsync(
            caller,
            new { Act = "second-factor-on" },
            async scope =>
            {
                var user = await RequireOffAsync(scope);
                if (!await codes.RedeemAsync(scope, user, code))
                {
                    const string Message = "动态口令不正确，请核对手机时间，输入验证器当前显示的6位数字。";
                    throw RefusalException.Invalid(RefusalCodes.CodeWrong, Message, new FieldFault("code", Message));
                }

                user.TwoFactorEnabled = true;
                user.Version++;
                scope.Audit(AuditKinds.SecondFactorChanged, UserStore.Subject(user), new AuditedSecondFactor(Enabled: false), new AuditedSecondFactor(Enabled: true));
                return user.Id;
            },
            cancellationToken);

    /// <summary>Switches it off again; asks for the password.</summary>
    /// <exception cref="RefusalException">Wrong password, or too many wrong ones.</exception>
    public async Task DisableAsync(Caller caller, string? password, CancellationToken cancellationToken)
    {
        // Each time anew, whatever the act's id: only taking it off is done once.
        await check.RequireOwnAsync(caller with { OperationId = null }, password, cancellationToken);
        await write.RunAsync(
            caller,
            new { Act = "second-factor-off" },
            async scope =>
            {
                var user = (await SignInLock.LockUserAsync(scope, caller.UserId))!;
                await codes.RemoveAsync(scope, user);
                user.Version++;
                scope.Audit(AuditKinds.SecondFactorChanged, UserStore.Subject(user), new AuditedSecondFactor(Enabled: true), new AuditedSecondFactor(Enabled: false));
                return user.Id;
            },
            cancellationToken);
    }

    private static async Task<GreenDevUser> RequireOffAsync(WriteScope scope)
    {
        var user = (await SignInLock.LockUserAsync(scope, scope.Actor.UserId))!;
        return user.TwoFactorEnabled
            ? throw RefusalException.Conflict(RefusalCodes.CodeEnabled, "动态口令已经启用。如需更换手机，请先停用再重新绑定。")
            : user;
    }

    private static CodeEnrolment Enrolment(GreenDevUser user, byte[] key)
    {
        var text = Base32.Encode(key);
        var label = $"{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(user.UserName!)}";
        return new CodeEnrolment(
            string.Join(' ', text.Chunk(4).Select(group => new string(group))),
            $"otpauth://totp/{label}?secret={text}&issuer={Uri.EscapeDataString(Issuer)}&algorithm=SHA1&digits={OneTimeCode.Digits}&period=30");
    }
}
