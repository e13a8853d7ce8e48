using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class OwnPasswordTests(UsersDatabase database) : IClassFixture<UsersDatabase>
{
    [Fact]
    public async Task ChangeOwnPassword_LastFiveAndCurrent_NotAcceptedAgain()
    {
        var clerk = await database.ClerkAsync(Password(0));
        for (var i = 1; i <= 6; i++)
        {
            await ChangeAsync(clerk, Password(i - 1), Password(i));
        }

        // Current 6, former 5 to 1; 0 is the sixth before the current one.
        for (var used = 1; used <= 6; used++)
        {
            Assert.Equal("password_reused", await RefusedAsync(clerk, Password(6), Password(used)));
        }

        await ChangeAsync(clerk, Password(6), Password(0));
    }

    [Theory]
    [InlineData("Password2024!", "password_common")]
    [InlineData("Xk7#pQ2m", "password_too_short")]
    [InlineData("", "password_too_short")]
    public async Task ChangeOwnPassword_WeakOne_RefusedAndOldOneStays(string replacement, string code)
    {
        var clerk = await database.ClerkAsync();

        Assert.Equal(code, await RefusedAsync(clerk, clerk.Password, replacement));

        Assert.IsType<SignInAnswer.Accepted>(await database.SignIns.WithPasswordAsync(clerk.LoginName, clerk.Password, "", CancellationToken.None));
    }

    [Fact]
    public async Task ChangeOwnPassword_WrongCurrentFiveTimes_Locked()
    {
        var clerk = await database.ClerkAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("password_wrong", await RefusedAsync(clerk, "wrong", Password(1)));
        }

        Assert.Equal("locked", await RefusedAsync(clerk, clerk.Password, Password(1)));
    }

    [Fact]
    public async Task ChangeOwnPassword_WrongCurrent_OneRefusedRowEachWithoutThePassword()
    {
        var clerk = await database.ClerkAsync();
        for (var i = 0; i < 6; i++)
        {
            await RefusedAsync(clerk, "Guessed-Secret-47", Password(1));
        }

        var rows = (await database.AuditAsync($"user {clerk.LoginName}")).Where(audit => audit.Kind == AuditKinds.PasswordAsked).ToList();
        Assert.Equal(
            [.. Enumerable.Repeat("""{"outcome": "WrongPassword"}""", 4), """{"outcome": "WrongPasswordLockedNow"}""", """{"outcome": "Locked"}"""],
            rows.Select(row => row.After));
        Assert.All(rows, row => Assert.Equal((false, UsersDatabase.Address), (row.Succeeded, row.Address)));
    }

    [Fact]
    public async Task ChangeOwnPassword_Done_FirstPasswordNoLongerMarkedAndAudited()
    {
        var clerk = await database.ClerkAsync();

        var user = await database.UserAsync(clerk.Caller.UserId);
        Assert.False(user.MustChangePassword);
        Assert.Equal(database.Time.GetUtcNow(), user.PasswordChangedAt);
        var audit = (await database.AuditAsync($"user {clerk.LoginName}")).Last();
        Assert.Equal((AuditKinds.PasswordChanged, clerk.Caller.UserId, UsersDatabase.Address), (audit.Kind, audit.UserId!.Value, audit.Address));
        Assert.DoesNotContain(
            await database.ReadAsync(db => db.FormerPasswords.Where(former => former.UserId == user.Id).Select(former => former.Hash).ToListAsync()),
            hash => hash.Contains(clerk.Password, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ChangeOwnPassword_Tokens_EndOnlyWhenThatIsAskedFor(bool ends)
    {
        var clerk = await database.ClerkAsync();
        var tokens = database.Get<TokenService>();
        var token = await tokens.CreateAsync(clerk.Caller, "月报脚本", days: null, CancellationToken.None);

        await database.Users.ChangeOwnPasswordAsync(clerk.Caller, new OwnPassword(clerk.Password, Password(1), ends), CancellationToken.None);

        Assert.Equal(ends, await tokens.AuthenticateAsync(token.Token, CancellationToken.None) is null);
        var audit = (await database.AuditAsync($"user {clerk.LoginName}")).Last();
        Assert.Equal(ends ? """{"revokedTokens": 1}""" : null, audit.After);
    }

    private Task ChangeAsync(KnownUser user, string current, string replacement) =>
        database.Users.ChangeOwnPasswordAsync(user.Caller, new OwnPassword(current, replacement), CancellationToken.None);

    private async Task<string> RefusedAsync(KnownUser user, string current, string replacement) =>
        (await Assert.ThrowsAsync<RefusalException>(() => ChangeAsync(user, current, replacement))).Code;

    private static string Password(int number) => $"Vq{number}-mTz4-kWx9-hRb2";
}
