using Bunit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Components.Pages.Account;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>Where one is signed in: told by device and address, ended after a confirmation.</summary>
public sealed class SessionListTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private SessionService Sessions => portal.Services.GetRequiredService<SessionService>();

    [Fact]
    public async Task Empty_SaysSo()
    {
        var (caller, _) = await portal.UserAsync();
        await using var island = new AdminIsland<SessionList>(portal, caller);

        Assert.Contains("现在没有登录", island.Island.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_OneOfThree_LeavesTheOthers_ThenAllAtOnce()
    {
        var (caller, _) = await portal.UserAsync();
        await SignInAsync(caller, "iPhone 上的 Safari");
        await SignInAsync(caller, "Windows 上的 <b>Edge</b>");
        await SignInAsync(caller, "Linux 上的 Firefox");
        await using var island = new AdminIsland<SessionList>(portal, caller);
        Assert.Contains("Windows 上的 <b>Edge</b>", island.Island.WaitForElement("#sessions").TextContent, StringComparison.Ordinal);

        await island.OpenAsync("#sessions", "End");
        Assert.Contains("须重新登录", island.Dialog.TextContent, StringComparison.Ordinal);
        await island.SendAsync();
        Assert.EndsWith("的登录已结束。", island.Done, StringComparison.Ordinal);
        Assert.Equal(2, (await Sessions.ListAsync(caller, caller.UserId, CancellationToken.None)).Count);

        await island.OpenAsync("section", "EndOthers");
        await island.SendAsync();
        Assert.Equal("已结束2处登录。", island.Done);
        Assert.Empty(await Sessions.ListAsync(caller, caller.UserId, CancellationToken.None));
    }

    [Fact]
    public async Task End_AfterItEndedElsewhere_IsToldInWords()
    {
        var (caller, _) = await portal.UserAsync();
        await SignInAsync(caller, "Linux 上的 Firefox");
        await using var island = new AdminIsland<SessionList>(portal, caller);
        await island.OpenAsync("#sessions", "End");
        await Sessions.EndOthersAsync(caller, caller.UserId, keptId: null, CancellationToken.None);
        await island.SendAsync();

        Assert.Equal("这次登录已经结束，请刷新后再看。", island.Refusal);
    }

    private async Task SignInAsync(Caller caller, string device)
    {
        var principal = SessionClaims.PrincipalOf(new NewSession(caller.UserId, "stamp", MustChangePassword: false), "10.0.0.7", device);
        await portal.Services.GetRequiredService<SessionStore>().StoreAsync(new AuthenticationTicket(principal, SessionClaims.Scheme));
    }
}
