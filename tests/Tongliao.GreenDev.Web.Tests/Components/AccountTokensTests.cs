using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Components.Pages.Account;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>One's own tokens: made until a day, told once, revoked after a confirmation.</summary>
public sealed class AccountTokensTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Section = "section";

    private TokenService Tokens => portal.Services.GetRequiredService<TokenService>();

    [Fact]
    public async Task Empty_SaysSo_AndOffersANewOne()
    {
        var (caller, _) = await portal.UserAsync();
        await using var island = Island(caller);

        Assert.Contains("还没有令牌", island.Island.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
        Assert.Single(island.Island.FindAll("[data-act=New]"));
    }

    [Fact]
    public async Task Create_SentTwiceAtOnce_MakesOne_ToldOnce_GoodUntilTheDayOrItsRevocation()
    {
        var (caller, _) = await portal.UserAsync();
        await using var island = Island(caller);
        await island.OpenAsync(Section, "New");
        Assert.Equal("2026-01-07", island.Field("days").GetAttribute("value"));
        await island.TypeAsync("name", "月报<b>脚本");
        await island.TypeAsync("days", "2025年11月8日");
        await island.SendTwiceAsync();
        var token = island.Secret;
        await island.CloseAsync();

        Assert.Equal("令牌“月报<b>脚本”已新建。", island.Done);
        Assert.DoesNotContain(token, island.Island.Markup, StringComparison.Ordinal);
        Assert.NotNull(await Tokens.AuthenticateAsync(token, CancellationToken.None));
        var row = Assert.Single(await Tokens.ListAsync(caller, CancellationToken.None));
        Assert.Equal(portal.Time.GetUtcNow().AddDays(30), row.ExpiresAt);

        await island.OpenAsync("#tokens", "Revoke");
        Assert.Contains("不能恢复", island.Dialog.TextContent, StringComparison.Ordinal);
        await island.SendAsync();
        Assert.Equal("令牌“月报<b>脚本”已撤销。", island.Done);
        Assert.Equal("已撤销", island.Island.Find("#tokens td:last-child").TextContent.Trim());
        Assert.Null(await Tokens.AuthenticateAsync(token, CancellationToken.None));
    }

    [Theory]
    [InlineData("2025-10-09", "有效期应为2025-10-10至2026-10-09的一天。")]
    [InlineData("2026-10-10", "有效期应为2025-10-10至2026-10-09的一天。")]
    [InlineData("", "有效期应为2025-10-10至2026-10-09的一天。")]
    [InlineData("明年", "有效期不是有效的日期，请按 2025-10-15 的格式填写。")]
    public async Task Create_DayOutOfRange_IsToldAtTheFieldAndKept(string typed, string message)
    {
        var (caller, _) = await portal.UserAsync();
        await using var island = Island(caller);
        await island.OpenAsync(Section, "New");
        await island.TypeAsync("name", "x");
        await island.TypeAsync("days", typed);
        await island.SendAsync();

        Assert.Equal(message, island.FaultOf("days"));
        Assert.Equal((typed, "x"), (island.Field("days").GetAttribute("value") ?? "", island.Field("name").GetAttribute("value")));
        Assert.Empty(await Tokens.ListAsync(caller, CancellationToken.None));
    }

    [Fact]
    public async Task Create_NameWithNothingToSee_IsToldAtTheField()
    {
        var (caller, _) = await portal.UserAsync();
        await using var island = Island(caller);
        await island.OpenAsync(Section, "New");
        await island.TypeAsync("name", "\u200b");
        await island.SendAsync();

        Assert.Equal("令牌用途中没有看得见的字，请重新填写。", island.FaultOf("name"));
    }

    [Fact]
    public async Task Revoke_AfterItWasRevokedElsewhere_IsToldInWords()
    {
        var (caller, _) = await portal.UserAsync();
        var created = await Tokens.CreateAsync(caller, "x", null, CancellationToken.None);
        await using var island = Island(caller);
        await island.OpenAsync("#tokens", "Revoke");
        await Tokens.RevokeAsync(caller, created.Id, CancellationToken.None);
        await island.SendAsync();

        Assert.Equal("没有这个令牌，或已撤销。", island.Refusal);
    }

    private AdminIsland<AccountTokens> Island(Caller caller) => new(portal, caller);
}
