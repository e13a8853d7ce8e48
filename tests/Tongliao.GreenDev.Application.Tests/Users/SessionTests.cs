using Microsoft.AspNetCore.DataProtection;
using System.Security.Claims;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class SessionTests(UsersDatabase database) : IClassFixture<UsersDatabase>
{
    private SessionStore Store => database.Get<SessionStore>();

    private SessionService Sessions => database.Get<SessionService>();

    public static TheoryData<string> Endings => ["sign-out", "disable", "reset-password", "reset-second-factor", "change-office", "own-password"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Retrieve_AfterAnEnding_NullAtOnceAndScreensAreTold(string ending)
    {
        var clerk = await database.ClerkAsync();
        var key = await SignedInAsync(clerk);
        var other = await SignedInAsync(clerk);
        var state = (await database.Get<LiveSessions>().FindAsync(await SessionIdAsync(key), CancellationToken.None))!;
        var told = false;
        database.Get<LiveSessions>().Ended += which => told |= which(state);

        await EndAsync(ending, clerk, key);

        Assert.Null(await Store.RetrieveAsync(key));
        Assert.True(told);
        Assert.Equal(ending == "sign-out", await Store.RetrieveAsync(other) is not null);
        Assert.Equal(ending == "sign-out" ? 1 : 0, await database.ReadAsync(db => db.Sessions.CountAsync(s => s.UserId == clerk.Caller.UserId)));
    }

    [Fact]
    public async Task Retrieve_EndedBehindItsBack_NullWithinFiveSeconds()
    {
        var clerk = await database.ClerkAsync();
        var key = await SignedInAsync(clerk);
        Assert.NotNull(await Store.RetrieveAsync(key));

        await database.ReadAsync(db => db.Users.Where(u => u.Id == clerk.Caller.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsDisabled, true)));
        database.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(await Store.RetrieveAsync(key));
    }

    [Fact]
    public async Task Retrieve_OtherSecurityStamp_Null()
    {
        var clerk = await database.ClerkAsync();
        var key = await SignedInAsync(clerk);

        await database.ReadAsync(db => db.Users.Where(u => u.Id == clerk.Caller.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.SecurityStamp, "other")));
        database.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(await Store.RetrieveAsync(key));
    }

    [Fact]
    public async Task Retrieve_GoodSession_RoleAndBodyFromTheDatabase()
    {
        var clerk = await database.ClerkAsync();

        var principal = (await Store.RetrieveAsync(await SignedInAsync(clerk)))!.Principal;

        Assert.True(principal.IsInRole("clerk"));
        Assert.Equal("李四海", principal.Identity!.Name);
        Assert.Equal("奈曼旗 填报员", principal.FindFirstValue(SessionClaims.Office));
        Assert.Null(principal.FindFirst(SessionClaims.MustChangePassword));
        Assert.Null(principal.FindFirst(SessionClaims.Stamp));
        Assert.Equal(clerk.Caller.UserId, SessionClaims.CallerOf(principal).UserId);
    }

    [Fact]
    public async Task Store_Key_NeitherKeyNorTicketReadableInTheDatabase()
    {
        var clerk = await database.ClerkAsync();
        var key = await SignedInAsync(clerk);

        var row = await database.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync(s => s.UserId == clerk.Caller.UserId));

        Assert.NotEqual(key, row.Id);
        Assert.Null(await Store.RetrieveAsync(row.Id));
        Assert.DoesNotContain(clerk.Caller.UserId.ToString(), Encoding.Latin1.GetString(row.Ticket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renew_AnySession_Refused() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => Store.RenewAsync("key", new AuthenticationTicket(new ClaimsPrincipal(), "session")));

    [Fact]
    public async Task Touch_WithinTheIdleLimit_ExtendsIt()
    {
        var key = await SignedInAsync(await database.ClerkAsync());
        var id = await SessionIdAsync(key);

        for (var i = 0; i < 3; i++)
        {
            database.Time.Advance(TimeSpan.FromMinutes(29));
            await Store.TouchAsync(id, CancellationToken.None);
            Assert.Equal(TimeSpan.FromMinutes(30), await Store.RemainingAsync(id, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Touch_WithinAMinute_WritesNothing()
    {
        var key = await SignedInAsync(await database.ClerkAsync());
        var id = await SessionIdAsync(key);

        database.Time.Advance(TimeSpan.FromSeconds(59));
        await Store.TouchAsync(id, CancellationToken.None);

        Assert.Equal(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(59), await Store.RemainingAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task Remaining_Asked_DoesNotExtend()
    {
        var key = await SignedInAsync(await database.ClerkAsync());
        var id = await SessionIdAsync(key);

        database.Time.Advance(TimeSpan.FromMinutes(28));
        Assert.Equal(TimeSpan.FromMinutes(2), await Store.RemainingAsync(id, CancellationToken.None));
        database.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(TimeSpan.Zero, await Store.RemainingAsync(id, CancellationToken.None));
        Assert.Equal(TimeSpan.Zero, await Store.ExtendAsync(id, CancellationToken.None));
        Assert.Null(await Store.RetrieveAsync(key));
    }

    [Fact]
    public async Task Extend_JustBeforeTwelveHours_EndsThereAllTheSame()
    {
        var key = await SignedInAsync(await database.ClerkAsync());
        var id = await SessionIdAsync(key);
        for (var i = 0; i < 35; i++)
        {
            database.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await Store.ExtendAsync(id, CancellationToken.None) > TimeSpan.Zero);
        }

        Assert.Equal(TimeSpan.FromMinutes(20), await Store.ExtendAsync(id, CancellationToken.None));
        database.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(await Store.RetrieveAsync(key));
    }

    [Fact]
    public async Task Store_NextSignIn_RemovesSessionsRunOut()
    {
        var first = await database.ClerkAsync();
        await SignedInAsync(first);
        database.Time.Advance(TimeSpan.FromMinutes(31));

        await SignedInAsync(await database.ClerkAsync());

        Assert.Equal(0, await database.ReadAsync(db => db.Sessions.CountAsync(s => s.UserId == first.Caller.UserId)));
    }

    [Fact]
    public async Task Keys_OfDataProtection_AreInTheDatabase()
    {
        database.Get<IDataProtectionProvider>().CreateProtector("test").Protect("text");

        Assert.NotEqual(0, await database.ReadAsync(db => db.DataProtectionKeys.CountAsync()));
    }

    [Fact]
    public async Task List_OwnSessions_WithDeviceAndAddress_OthersOnlyForTheAdministrator()
    {
        var clerk = await database.ClerkAsync();
        await SignedInAsync(clerk);
        await SignedInAsync(clerk);
        var stranger = await database.ClerkAsync();

        var rows = await Sessions.ListAsync(clerk.Caller, clerk.Caller.UserId, CancellationToken.None);

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(("Windows 上的 Edge", "10.0.0.7"), (row.Device, row.Address)));
        Assert.Equal(2, (await Sessions.ListAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None)).Count);
        var refused = await Assert.ThrowsAsync<RefusalException>(() => Sessions.ListAsync(stranger.Caller, clerk.Caller.UserId, CancellationToken.None));
        Assert.Equal(RefusalKind.Forbidden, refused.Kind);
    }

    [Fact]
    public async Task End_OneOfTwo_ThatOneIsOverAtOnce_AndItIsAudited()
    {
        var clerk = await database.ClerkAsync();
        var (kept, ended) = (await SignedInAsync(clerk), await SignedInAsync(clerk));
        var id = await SessionIdAsync(ended);

        await Sessions.EndAsync(clerk.Caller, clerk.Caller.UserId, id, CancellationToken.None);

        Assert.Null(await Store.RetrieveAsync(ended));
        Assert.NotNull(await Store.RetrieveAsync(kept));
        var audit = await database.ReadAsync(db => db.AuditEvents.Where(row => row.Kind == AuditKinds.SessionsEnded && row.UserId == clerk.Caller.UserId).SingleAsync());
        Assert.Contains("10.0.0.7", audit.Before, StringComparison.Ordinal);
        var again = await Assert.ThrowsAsync<RefusalException>(() => Sessions.EndAsync(clerk.Caller, clerk.Caller.UserId, id, CancellationToken.None));
        Assert.Equal(RefusalKind.NotFound, again.Kind);
    }

    [Fact]
    public async Task EndOthers_KeepsOne_AndNobodyElsesMayBeEnded()
    {
        var clerk = await database.ClerkAsync();
        var kept = await SignedInAsync(clerk);
        await SignedInAsync(clerk);
        await SignedInAsync(clerk);
        var stranger = await database.ClerkAsync();

        var refused = await Assert.ThrowsAsync<RefusalException>(
            () => Sessions.EndOthersAsync(stranger.Caller, clerk.Caller.UserId, keptId: null, CancellationToken.None));
        Assert.Equal(RefusalKind.Forbidden, refused.Kind);
        Assert.Equal(2, await Sessions.EndOthersAsync(clerk.Caller, clerk.Caller.UserId, await SessionIdAsync(kept), CancellationToken.None));
        Assert.NotNull(await Store.RetrieveAsync(kept));
        Assert.Equal(1, await Sessions.EndOthersAsync(database.Administrator, clerk.Caller.UserId, keptId: null, CancellationToken.None));
        Assert.Null(await Store.RetrieveAsync(kept));
    }

    private async Task<string> SignedInAsync(KnownUser user)
    {
        var answer = await database.SignIns.WithPasswordAsync(user.LoginName, user.Password, "", CancellationToken.None);
        var principal = SessionClaims.PrincipalOf(Assert.IsType<SignInAnswer.Accepted>(answer).User, "10.0.0.7", "Windows 上的 Edge");
        return await Store.StoreAsync(new AuthenticationTicket(principal, SessionClaims.Scheme));
    }

    private async Task<string> SessionIdAsync(string key) => (await Store.RetrieveAsync(key))!.Principal.FindFirstValue(SessionClaims.Session)!;

    private Task EndAsync(string ending, KnownUser clerk, string key) => ending switch
    {
        "sign-out" => Store.RemoveAsync(key),
        "disable" => database.Users.DisableAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None),
        "reset-password" => database.Users.ResetPasswordAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None),
        "reset-second-factor" => ResetSecondFactorAsync(clerk),
        "change-office" => database.Users.ChangeOfficeAsync(
            database.Administrator, clerk.Caller.UserId, new Office(UserRole.Leader, null, null), CancellationToken.None),
        _ => database.Users.ChangeOwnPasswordAsync(clerk.Caller, new OwnPassword(clerk.Password, "Zk3-pWq8-vLm5-tHd6"), CancellationToken.None),
    };

    private async Task ResetSecondFactorAsync(KnownUser clerk)
    {
        await database.ReadAsync(db => db.Users.Where(u => u.Id == clerk.Caller.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.TwoFactorEnabled, true)));
        await database.Users.ResetSecondFactorAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None);
    }
}
