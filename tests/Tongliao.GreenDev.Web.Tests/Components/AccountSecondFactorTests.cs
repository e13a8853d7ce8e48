using Bunit;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Components.Pages.Account;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>动态口令: bound by its first code, taken off by the password.</summary>
public sealed class AccountSecondFactorTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Section = "section";

    [Fact]
    public async Task Begin_WrongCode_KeyStaysAndNothingIsSwitchedOn()
    {
        var (caller, _) = await portal.UserAsync();
        await using var island = Island(caller);
        await island.OpenAsync(Section, "Begin");
        var key = island.Dialog.QuerySelector("[data-key]")!.TextContent;
        await island.TypeAsync("code", "1");
        await island.SendAsync();

        Assert.Contains("动态口令不正确", island.FaultOf("code"), StringComparison.Ordinal);
        Assert.Equal((key, "1"), (island.Dialog.QuerySelector("[data-key]")!.TextContent, island.Field("code").GetAttribute("value")));
        Assert.Equal("未启用", island.Island.Find(".badge").TextContent);
    }

    [Fact]
    public async Task Begin_RightCode_SwitchesOn_WrongPasswordKeepsIt_TheOwnTakesItOff()
    {
        var (caller, _) = await portal.UserAsync();
        await using var island = Island(caller);
        await island.OpenAsync(Section, "Begin");
        await island.TypeAsync("code", CodeOf(island.Dialog.QuerySelector("[data-key]")!.TextContent));
        await island.SendAsync();
        Assert.Equal("动态口令已启用，下次登录时需要输入。", island.Done);
        Assert.Equal("已启用", island.Island.Find(".badge").TextContent);

        await island.OpenAsync(Section, "Disable");
        await island.TypeAsync("currentPassword", "Wrong-Password-1");
        await island.SendAsync();
        Assert.NotEmpty(island.FaultOf("currentPassword"));
        await island.TypeAsync("currentPassword", AccountPortal.Password);
        await island.SendAsync();
        Assert.Equal("动态口令已停用，登录时只需密码。", island.Done);
        Assert.Equal("未启用", island.Island.Find(".badge").TextContent);
    }

    /// <summary>What the app on the telephone shows for a key that was typed into it.</summary>
    private string CodeOf(string key)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Where(char.IsAsciiLetterOrDigit).Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return OneTimeCode.At([.. bits.Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2))], OneTimeCode.StepOf(portal.Time.GetUtcNow()));
    }

    private AdminIsland<AccountSecondFactor> Island(Caller caller) => new(portal, caller);
}
