using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Pages.Admin;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>A new account from the list of users: made once, its password told once.</summary>
public sealed class NewUserDialogTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Filters = "#filters";

    [Theory]
    [InlineData("张 三", "张三", "Leader", "name", "登录名为2至32位")]
    [InlineData("zhang\0san", " ", "Leader", "displayName", "姓名为1至32个字")]
    [InlineData("zhang.san", "张三", "", "role", "请选择角色。")]
    [InlineData("zhang.san", "张三", "Emperor", "role", "请选择角色。")]
    [InlineData("zhang.san", "张三", "Clerk", "region", "填报员须选择所属旗县市区。")]
    [InlineData("zhang.san", "张三", "DepartmentReviewer", "department", "须选择所属部门。")]
    public async Task Create_Wrong_IsToldAtTheFieldAndKept(string name, string displayName, string role, string field, string message)
    {
        await using var island = Island();
        await FillAsync(island, name, displayName, role);
        await island.SendAsync();

        Assert.Contains(message, island.FaultOf(field), StringComparison.Ordinal);
        Assert.Equal(displayName, island.Field("displayName").GetAttribute("value"));
        Assert.Equal(0, await CountAsync("zhang.san"));
    }

    [Fact]
    public async Task Create_SentTwiceAtOnce_MakesOneAccount_WhosePasswordIsToldOnceAndWorks()
    {
        await using var island = Island();
        await FillAsync(island, "sent.twice", "王五", "Clerk");
        await island.ChooseAsync<ReportingUnit>("region", unit => unit.Code == "150525");
        await island.SendTwiceAsync();
        var password = island.Secret;
        Assert.Equal("status", island.Dialog.QuerySelector("[data-secret]")!.Closest("[role]")!.GetAttribute("role"));
        await island.CloseAsync();

        Assert.Equal("账号 sent.twice 已建立。", island.Done);
        Assert.DoesNotContain(password, island.Island.Markup, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("sent.twice"));
        Assert.DoesNotContain(password, island.Address, StringComparison.Ordinal);
        using var person = portal.Open();
        using var signedIn = await person.SignInAsync("sent.twice", password);
        Assert.True(person.HasSession);
    }

    private static async Task FillAsync(AdminIsland<UsersGrid> island, string name, string displayName, string role)
    {
        await island.OpenAsync(Filters, "New");
        await island.TypeAsync("name", name);
        await island.TypeAsync("displayName", displayName);
        await island.TypeAsync("role", role);
    }

    private AdminIsland<UsersGrid> Island() => new(portal, portal.Administrator);

    private async Task<int> CountAsync(string loginName)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.Users.CountAsync(user => user.UserName == loginName);
    }
}
