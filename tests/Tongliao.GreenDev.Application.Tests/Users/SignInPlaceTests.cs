using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Tests.Users;

/// <summary>Whom wrong passwords lock out: the place they come from, and never the owner at a place of theirs.</summary>
public sealed class SignInPlaceTests(UsersDatabase database) : IClassFixture<UsersDatabase>
{
    private const string Wrong = "Wrong-Vq7-mTz4-kWx9";
    private const string Office = "10.20.0.5";
    private const string Elsewhere = "10.30.0.7";

    [Fact]
    public async Task WithPassword_StrangerTriesEveryThreeMinutes_OwnerGetsInAtTheirPlaceAndElsewhere()
    {
        var administrator = await LastAdministratorAsync();
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(administrator, administrator.Password, Office));

        for (var tries = 0; tries < 40; tries++)
        {
            await SignInAsync(administrator, Wrong, Stranger(1));
            Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(administrator, administrator.Password, Office));
            database.Time.Advance(TimeSpan.FromMinutes(3));
        }

        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(administrator, administrator.Password, Elsewhere));
    }

    [Fact]
    public async Task WithPassword_StrangersFromManyPlaces_TenReachTheHasherAndTheKnownPlaceGetsIn()
    {
        var administrator = await LastAdministratorAsync();
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(administrator, administrator.Password, Office));
        var before = database.Hasher.Verified;

        for (var stranger = 0; stranger < 300; stranger++)
        {
            await SignInAsync(administrator, Wrong, Stranger(stranger));
        }

        Assert.Equal(10, database.Hasher.Verified - before);
        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(administrator, administrator.Password, Elsewhere));
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(administrator, administrator.Password, Office));

        // They only slow: a quarter of an hour without them, and every place is as good as another.
        database.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(administrator, administrator.Password, Elsewhere));
    }

    [Theory]
    [InlineData("10.30.0.1", "10.30.0.2", false)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::9", true)] // A visitor has a whole network of these.
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public async Task WithPassword_FiveFailures_LockThePlaceOnly(string tried, string other, bool isSamePlace)
    {
        var clerk = await database.ClerkAsync();
        for (var tries = 0; tries < 5; tries++)
        {
            await SignInAsync(clerk, Wrong, tried);
        }

        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk, clerk.Password, tried));
        Assert.Equal(isSamePlace, await SignInAsync(clerk, clerk.Password, other) is SignInAnswer.Refused);
    }

    [Fact]
    public async Task WithPassword_KnownPlace_IsLockedByItsOwnFailuresAndIsForgottenAfterThirtyDays()
    {
        var clerk = await database.ClerkAsync();
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk, clerk.Password, Office));
        for (var tries = 0; tries < 5; tries++)
        {
            await SignInAsync(clerk, Wrong, Office);
        }

        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk, clerk.Password, Office));

        database.Time.Advance(SignInPlace.KnownFor);
        for (var stranger = 0; stranger < 10; stranger++)
        {
            await SignInAsync(clerk, Wrong, Stranger(stranger));
        }

        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk, clerk.Password, Office));
    }

    [Fact]
    public async Task WithPassword_UnknownNameFromManyPlaces_AnswersLikeAKnownOne()
    {
        var clerk = await database.ClerkAsync();
        for (var stranger = 0; stranger < 14; stranger++)
        {
            var known = Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk, Wrong, Stranger(stranger)));
            var unknown = Assert.IsType<SignInAnswer.Refused>(
                await database.SignIns.WithPasswordAsync("nobody.at.all", Wrong, Stranger(stranger), CancellationToken.None));
            Assert.Equal(known.Message, unknown.Message);
        }
    }

    [Fact]
    public async Task ResetPassword_PlacesAreNoLongerKnown()
    {
        var clerk = await database.ClerkAsync();
        await SignInAsync(clerk, clerk.Password, Office);
        var password = await database.Users.ResetPasswordAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None);
        for (var stranger = 0; stranger < 10; stranger++)
        {
            await SignInAsync(clerk, Wrong, Stranger(stranger));
        }

        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk, password, Office));
    }

    [Fact]
    public async Task Unlock_PlacesLocked_EveryPlaceMayTryAgainAndItIsAudited()
    {
        var clerk = await database.ClerkAsync();
        for (var stranger = 0; stranger < 10; stranger++)
        {
            await SignInAsync(clerk, Wrong, Stranger(stranger / 5));
        }

        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(clerk, clerk.Password, Elsewhere));
        Assert.NotNull(await LockedUntilAsync(clerk));
        await database.Users.UnlockAsSystemAsync(clerk.LoginName.ToUpperInvariant(), CancellationToken.None);

        Assert.Null(await LockedUntilAsync(clerk));
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk, clerk.Password, Stranger(0)));
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(clerk, clerk.Password, Elsewhere));
        Assert.Single(await database.AuditAsync($"user {clerk.LoginName}"), audit => audit.Kind == AuditKinds.Unlocked);
    }

    [Fact]
    public async Task Unlock_UnknownName_Refused() => Assert.Equal(
        "没有这个登录名。",
        (await Assert.ThrowsAsync<RefusalException>(() => database.Users.UnlockAsSystemAsync("no.such.name", CancellationToken.None))).Message);

    private static string Stranger(int number) => $"198.51.{number / 250}.{(number % 250) + 1}";

    private async Task<DateTimeOffset?> LockedUntilAsync(KnownUser user) =>
        (await database.Get<UserQueries>().OwnAsync(user.Caller, CancellationToken.None)).LockedUntil;

    private Task<SignInAnswer> SignInAsync(KnownUser user, string password, string address) =>
        database.SignIns.WithPasswordAsync(user.LoginName, password, address, CancellationToken.None);

    private async Task<KnownUser> LastAdministratorAsync()
    {
        var clerk = await database.ClerkAsync();
        await database.Users.ChangeOfficeAsync(
            database.Administrator, clerk.Caller.UserId, new Office(UserRole.Admin, null, null), CancellationToken.None);
        return clerk;
    }
}
