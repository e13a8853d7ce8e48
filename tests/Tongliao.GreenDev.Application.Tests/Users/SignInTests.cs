using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class SignInTests(UsersDatabase database) : IClassFixture<UsersDatabase>
{
    private const string Wrong = "Wrong-Vq7-mTz4-kWx9";

    [Fact]
    public async Task WithPassword_Right_AcceptedAndAudited()
    {
        var clerk = await database.ClerkAsync();

        var answer = Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk.LoginName.ToUpperInvariant(), clerk.Password));

        Assert.Equal(clerk.Caller.UserId, answer.User.UserId);
        Assert.False(answer.User.MustChangePassword);
        var audit = Assert.Single(await SignInsOfAsync(clerk));
        Assert.True(audit.Succeeded);
        Assert.Equal((clerk.Caller.UserId, UsersDatabase.Address), (audit.UserId!.Value, audit.Address));
        Assert.Equal(database.Time.GetUtcNow(), (await database.UserAsync(clerk.Caller.UserId)).LastSignInAt);
    }

    // As an input method in full-width mode types it, or as it was copied from a document.
    [Fact]
    public async Task WithPassword_NameInFullWidthOrWithInvisibleCharacters_IsTheSameName()
    {
        var clerk = await database.ClerkAsync();
        var fullWidth = string.Concat(clerk.LoginName.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));

        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(fullWidth, clerk.Password));
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync($"\uFEFF{clerk.LoginName}\u200B ", clerk.Password));
    }

    [Fact]
    public async Task WithPassword_UnknownWrongDisabled_SameWords()
    {
        var clerk = await database.ClerkAsync();
        var disabled = await database.ClerkAsync();
        await database.Users.DisableAsync(database.Administrator, disabled.Caller.UserId, CancellationToken.None);

        var answers = new[]
        {
            await SignInAsync("nobody.here", Wrong),
            await SignInAsync(clerk.LoginName, Wrong),
            await SignInAsync(disabled.LoginName, disabled.Password),
            await SignInAsync(clerk.LoginName, new string('x', 200)),
        };

        Assert.Single(answers.Select(answer => Assert.IsType<SignInAnswer.Refused>(answer).Message).Distinct());
        Assert.Contains("Disabled", Assert.Single(await SignInsOfAsync(disabled)).After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithPassword_UnknownName_AuditedWithoutTheTypedText()
    {
        await SignInAsync("My-Password-In-The-Wrong-Field", Wrong);

        var audit = await database.ReadAsync(db => db.AuditEvents.AsNoTracking().OrderByDescending(a => a.Id).FirstAsync());
        Assert.False(audit.Succeeded);
        Assert.Null(audit.UserId);
        Assert.StartsWith("unknown-name ", audit.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("field", audit.Subject + audit.UserName + audit.After, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null, "x")]
    [InlineData(" ", "x")]
    [InlineData("zhang", "")]
    public async Task WithPassword_Blank_AskedForBoth(string? name, string password) =>
        Assert.Equal("请输入登录名和密码。", Assert.IsType<SignInAnswer.Refused>(await SignInAsync(name, password)).Message);

    [Fact]
    public async Task WithPassword_FiveFailures_LockedForFifteenMinutes()
    {
        var clerk = await database.ClerkAsync();
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(clerk.LoginName, Wrong);
        }

        // Every refusal is held back and so moves the clock on: from here it is set.
        var locked = database.Time.GetUtcNow();
        Assert.Contains("锁定", Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk.LoginName, clerk.Password)).Message, StringComparison.Ordinal);
        database.Time.SetUtcNow(locked + TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk.LoginName, clerk.Password));
        database.Time.SetUtcNow(locked + TimeSpan.FromMinutes(15));
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk.LoginName, clerk.Password));

        var outcomes = (await SignInsOfAsync(clerk)).Select(audit => audit.After!).ToList();
        Assert.Contains("LockedNow", outcomes[4], StringComparison.Ordinal);
        Assert.Equal(8, outcomes.Count);
    }

    [Fact]
    public async Task WithPassword_FourFailuresThenRight_CountStartsAgain()
    {
        var clerk = await database.ClerkAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                await SignInAsync(clerk.LoginName, Wrong);
            }

            Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk.LoginName, clerk.Password));
        }
    }

    [Fact]
    public async Task WithPassword_AThousandWrongTriesAtOnce_FiveReachTheHasher()
    {
        var clerk = await database.ClerkAsync();
        var before = database.Hasher.Verified;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1000),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, _) => await SignInAsync(clerk.LoginName, $"{Wrong}{i}"));

        Assert.Equal(5, database.Hasher.Verified - before);
    }

    [Fact]
    public async Task WithPassword_UnknownName_LocksLikeAKnownOne()
    {
        var clerk = await database.ClerkAsync();
        var before = database.Hasher.Verified;
        for (var i = 0; i < 8; i++)
        {
            var known = Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk.LoginName, Wrong));
            var unknown = Assert.IsType<SignInAnswer.Refused>(await SignInAsync("no.such.person", Wrong));
            Assert.Equal(known.Message, unknown.Message);
        }

        Assert.Equal(2 * 5, database.Hasher.Verified - before);
    }

    [Fact]
    public async Task WithPassword_UnknownKnownOrLocked_RefusedAfterTheSameTime()
    {
        var clerk = await database.ClerkAsync();
        database.Hasher.Cost = TimeSpan.FromMilliseconds(90);
        try
        {
            // Of eight tries five are hashed and three find a lock: without holding back, 90 ms against none.
            for (var i = 0; i < 8; i++)
            {
                Assert.Equal(UsersDatabase.RefusalMilliseconds, await RefusalMillisecondsAsync(clerk.LoginName));
                Assert.Equal(UsersDatabase.RefusalMilliseconds, await RefusalMillisecondsAsync("no.such.body"));
            }
        }
        finally
        {
            database.Hasher.Cost = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task WithPassword_FirstPassword_MustBeChanged()
    {
        var created = await database.Users.CreateAsync(
            database.Administrator, new NewUser("first.time", "王五", new Office(UserRole.Leader, null, null)), CancellationToken.None);

        Assert.True(Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(created.LoginName, created.OneTimePassword)).User.MustChangePassword);
    }

    [Fact]
    public async Task WithPassword_NinetyDaysOld_MustBeChanged()
    {
        var clerk = await database.ClerkAsync();
        database.Time.Advance(TimeSpan.FromDays(90));
        Assert.False(Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk.LoginName, clerk.Password)).User.MustChangePassword);
        database.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk.LoginName, clerk.Password)).User.MustChangePassword);
        Assert.True((await database.UserAsync(clerk.Caller.UserId)).MustChangePassword);
    }

    private Task<SignInAnswer> SignInAsync(string? name, string password, string address = UsersDatabase.Address) =>
        database.SignIns.WithPasswordAsync(name, password, address, CancellationToken.None);

    private async Task<List<AuditEvent>> SignInsOfAsync(KnownUser user) =>
        [.. (await database.AuditAsync($"user {user.LoginName}")).Where(audit => audit.Kind == AuditKinds.SignedIn)];

    /// <summary>By the test's clock, on which only hashing and waiting take time.</summary>
    private async Task<double> RefusalMillisecondsAsync(string name)
    {
        var start = database.Time.GetTimestamp();
        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(name, Wrong));
        return database.Time.GetElapsedTime(start).TotalMilliseconds;
    }
}
