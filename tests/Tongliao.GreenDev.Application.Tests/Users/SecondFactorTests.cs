using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class SecondFactorTests(UsersDatabase database) : IClassFixture<UsersDatabase>
{
    private SecondFactorService Factors => database.Get<SecondFactorService>();

    [Fact]
    public async Task Begin_NotConfirmed_SignInAsksForNoCode()
    {
        var clerk = await database.ClerkAsync();

        var enrolment = await Factors.BeginAsync(clerk.Caller, CancellationToken.None);

        Assert.StartsWith("otpauth://totp/", enrolment.Address, StringComparison.Ordinal);
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk));
    }

    [Fact]
    public async Task Begin_Key_IsStoredEncrypted()
    {
        var clerk = await database.ClerkAsync();

        var key = KeyOf(await Factors.BeginAsync(clerk.Caller, CancellationToken.None));

        var stored = (await database.ReadAsync(db => db.UserTokens.AsNoTracking().SingleAsync(token => token.UserId == clerk.Caller.UserId))).Value!;
        Assert.DoesNotContain(Base32.Encode(key), stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(key), stored, StringComparison.Ordinal);
        var row = Assert.Single(await database.AuditAsync($"user {clerk.LoginName}"), audit => audit.Kind == AuditKinds.SecondFactorBegun);
        Assert.Null(row.After);
    }

    [Fact]
    public async Task Confirm_WrongCode_Refused()
    {
        var clerk = await database.ClerkAsync();
        await Factors.BeginAsync(clerk.Caller, CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => Factors.ConfirmAsync(clerk.Caller, "12345", CancellationToken.None));

        Assert.Equal("code", Assert.Single(refusal.Errors).Field);
        Assert.False((await database.UserAsync(clerk.Caller.UserId)).TwoFactorEnabled);
    }

    [Fact]
    public async Task WithCode_RightCode_AcceptedOnceOnly()
    {
        var (clerk, key) = await EnrolledAsync();
        var code = OneTimeCode.At(key, Step());

        var first = await SignInAsync(clerk, code);
        var again = await SignInAsync(clerk, code);

        Assert.IsType<SignInAnswer.Accepted>(first);
        Assert.Contains("已用过", Assert.IsType<SignInAnswer.Refused>(again).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithCode_TheCodeThatConfirmed_Refused()
    {
        var clerk = await database.ClerkAsync();
        var key = KeyOf(await Factors.BeginAsync(clerk.Caller, CancellationToken.None));
        var code = OneTimeCode.At(key, Step());
        await Factors.ConfirmAsync(clerk.Caller, code, CancellationToken.None);

        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk, code));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task WithCode_StepBesides_OneEitherSide(int offset, bool isGood)
    {
        var (clerk, key) = await EnrolledAsync();
        database.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(isGood, await SignInAsync(clerk, OneTimeCode.At(key, Step() + offset)) is SignInAnswer.Accepted);
    }

    [Fact]
    public async Task WithCode_FiveWrongCodes_LockedEvenWithThePasswordBetween()
    {
        var (clerk, key) = await EnrolledAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk, "000000x"));
        }

        Assert.Contains("锁定", Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk)).Message, StringComparison.Ordinal);
        database.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk, OneTimeCode.At(key, Step())));
    }

    [Fact]
    public async Task WithCode_ForgedOrOldChallenge_Refused()
    {
        var (clerk, key) = await EnrolledAsync();
        var challenge = Assert.IsType<SignInAnswer.CodeRequired>(await SignInAsync(clerk)).Challenge;
        await database.Users.ResetPasswordAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None);

        foreach (var text in new[] { challenge, "forged", "", null })
        {
            var answer = await database.SignIns.WithCodeAsync(text, OneTimeCode.At(key, Step()), "", CancellationToken.None);
            Assert.Contains("过期", Assert.IsType<SignInAnswer.Refused>(answer).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Disable_WrongPassword_Refused_RightPassword_Off()
    {
        var (clerk, _) = await EnrolledAsync();

        await Assert.ThrowsAsync<RefusalException>(() => Factors.DisableAsync(clerk.Caller, "wrong", CancellationToken.None));
        Assert.IsType<SignInAnswer.CodeRequired>(await SignInAsync(clerk));
        await Factors.DisableAsync(clerk.Caller, clerk.Password, CancellationToken.None);

        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk));
        Assert.Empty(await database.ReadAsync(db => db.UserTokens.Where(token => token.UserId == clerk.Caller.UserId).ToListAsync()));
        var changes = (await database.AuditAsync($"user {clerk.LoginName}")).Where(a => a.Kind == AuditKinds.SecondFactorChanged).ToList();
        Assert.Equal(["""{"enabled": true}""", """{"enabled": false}"""], changes.Select(change => change.After));
    }

    [Fact]
    public async Task ResetSecondFactor_ByTheAdministrator_PasswordAloneDoesAgain()
    {
        var (clerk, _) = await EnrolledAsync();

        await database.Users.ResetSecondFactorAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None);

        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk));
    }

    private async Task<(KnownUser Clerk, byte[] Key)> EnrolledAsync()
    {
        var clerk = await database.ClerkAsync();
        var key = KeyOf(await Factors.BeginAsync(clerk.Caller, CancellationToken.None));
        await Factors.ConfirmAsync(clerk.Caller, OneTimeCode.At(key, Step() - 1), CancellationToken.None);
        return (clerk, key);
    }

    private async Task<SignInAnswer> SignInAsync(KnownUser user, string? code = null)
    {
        var answer = await database.SignIns.WithPasswordAsync(user.LoginName, user.Password, "", CancellationToken.None);
        return code is null || answer is not SignInAnswer.CodeRequired required
            ? answer
            : await database.SignIns.WithCodeAsync(required.Challenge, code, "", CancellationToken.None);
    }

    private long Step() => OneTimeCode.StepOf(database.Time.GetUtcNow());

    private static byte[] KeyOf(CodeEnrolment enrolment)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = Regex.Match(enrolment.Address, "secret=([A-Z2-7]{32})&").Groups[1].Value;
        var bits = string.Concat(text.Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
