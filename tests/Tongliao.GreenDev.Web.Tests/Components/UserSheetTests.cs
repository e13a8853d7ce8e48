using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Pages.Admin;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>An account and what the administrator does with it: confirmed first, done once, told of what somebody else did meanwhile.</summary>
public sealed class UserSheetTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Acts = ".actions";

    [Fact]
    public async Task Refusal_NotTheAdministrator_IsSaidInsteadOfTheAccount()
    {
        var person = await portal.NewUserAsync();
        var (clerk, _) = await portal.UserAsync();
        await using var island = Island(person.Id, clerk);

        Assert.Contains("系统管理员", island.Island.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(island.Island.FindAll("dl, button, .loading"));
    }

    [Fact]
    public async Task OwnAccount_HasNoReset_ThePasswordPageInstead()
    {
        await using var island = Island(portal.Administrator.UserId);
        island.Island.WaitForElement(Acts);

        Assert.Empty(island.Island.FindAll("[data-act=ResetPassword]"));
        Assert.Single(island.Island.FindAll("a[href='/account/password']"));
    }

    [Fact]
    public async Task ResetPassword_Confirmed_TellsTheNewOneOnce_AndItWorks()
    {
        var person = await portal.NewUserAsync();
        await using var island = Island(person.Id);
        await island.OpenAsync(Acts, "ResetPassword");
        Assert.Contains("接口令牌全部撤销", island.Dialog.TextContent, StringComparison.Ordinal);
        Assert.Equal("确认重置密码", island.Dialog.QuerySelector("[type=submit]")!.TextContent);

        await island.SendTwiceAsync();
        var password = island.Secret;
        await island.CloseAsync();

        Assert.Equal("密码已重置，其所有登录已结束。", island.Done);
        Assert.DoesNotContain(password, island.Island.Markup, StringComparison.Ordinal);
        Assert.NotEqual(person.OneTimePassword, password);
        using var browser = portal.Open();
        using var signedIn = await browser.SignInAsync(person.LoginName, password);
        Assert.True(browser.HasSession);
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.All(await db.AuditEvents.ToListAsync(), audit => Assert.DoesNotContain(password, audit.Before + audit.After, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Disable_SentTwiceAtOnce_IsDoneOnce_AndMayBeEnabledAgain()
    {
        var person = await portal.NewUserAsync();
        await using var island = Island(person.Id);
        await island.OpenAsync(Acts, "Disable");
        Assert.Equal("确认停用账号", island.Dialog.QuerySelector("[type=submit]")!.TextContent);
        await island.SendTwiceAsync();

        Assert.Equal("账号已停用，其所有登录已结束。", island.Done);
        Assert.Equal(1, await ChangesAsync(person));
        Assert.Empty(island.Island.FindAll("[data-act=Disable]"));
        await island.OpenAsync(Acts, "Enable");
        await island.SendAsync();
        Assert.Equal("账号已启用。", island.Done);
    }

    [Fact]
    public async Task Office_WithoutItsUnit_IsToldAtTheField_ChosenItIsChanged()
    {
        var person = await portal.NewUserAsync(UserRole.Leader);
        await using var island = Island(person.Id);
        await island.OpenAsync(Acts, "Office");
        await island.TypeAsync("role", "Clerk");
        await island.SendAsync();
        Assert.Equal("填报员须选择所属旗县市区。", island.FaultOf("region"));
        await island.TypeAsync("role", "DepartmentReviewer");
        await island.SendAsync();
        Assert.Contains("须选择所属部门。", island.FaultOf("department"), StringComparison.Ordinal);
        Assert.Equal(0, await ChangesAsync(person));

        await island.ChooseAsync<Department>("department", department => department.Id == "shengtai");
        await island.SendAsync();

        Assert.Equal("已调整为市生态环境局 牵头部门审核员，本人需要重新登录。", island.Done);
        Assert.Contains("市生态环境局 牵头部门审核员", island.Island.Find("dl").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Disable", "停用账号")]
    [InlineData("ResetPassword", "重置密码")]
    [InlineData("Office", "奈曼旗 填报员")]
    public async Task Act_AfterTheOfficeWasChanged_IsToldBesideWhatStandsThere_AndMayBeSentAgain(string act, string mine)
    {
        var person = await portal.NewUserAsync();
        await using var island = Island(person.Id);
        await island.OpenAsync(Acts, act);
        await portal.Services.GetRequiredService<UserService>().ChangeOfficeAsync(
            portal.Administrator, person.Id, new Office(UserRole.Leader, null, null), CancellationToken.None);

        await island.SendAsync();

        Assert.Subset(island.Dialog.QuerySelectorAll("[data-conflict] td").Select(cell => cell.TextContent).ToHashSet(), new HashSet<string> { mine, "领导" });
        await island.SendAsync();
        Assert.Equal(2, await ChangesAsync(person));
    }

    private AdminIsland<UserSheet> Island(Guid id, Caller? caller = null) => new(portal, caller ?? portal.Administrator, with => with.Add(sheet => sheet.Id, id));

    private async Task<int> ChangesAsync(CreatedUser person)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.AuditEvents.CountAsync(audit =>
            (audit.Kind == AuditKinds.UserChanged || audit.Kind == AuditKinds.PasswordReset) && audit.Subject == $"user {person.LoginName}");
    }
}
