using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>Forms of the administration with something wrong in them: told at the field, kept as typed, and nothing stored.</summary>
public sealed class RefusedFormTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Theory]
    [InlineData("name=张 三&displayName=张三&role=leader", "name", "登录名为2至32位", "张 三")]
    [InlineData("name=zhang.san&displayName= &role=leader", "displayName", "姓名为1至32个字", "zhang.san")]
    [InlineData("name=zhang.san&displayName=张三&role=", "role", "请选择角色。", "zhang.san")]
    [InlineData("name=zhang.san&displayName=张三&role=emperor", "role", "请选择角色。", "张三")]
    [InlineData("name=zhang.san&displayName=张三&role=clerk", "region", "填报员须选择所属旗县市区。", "clerk")]
    [InlineData("name=zhang.san&displayName=张三&role=clerk&unit=110000", "region", "没有这个填报单位", "clerk")]
    [InlineData("name=zhang.san&displayName=张三&role=departmentReviewer&department=nobody", "department", "没有这个部门", "departmentReviewer")]
    public Task NewUser(string fields, string field, string message, string kept) =>
        RefusedAsync(UserRole.Admin, "/admin/users/new", "create-user", fields, field, message, kept);

    [Theory]
    [InlineData("role=clerk&unit=", "region", "填报员须选择所属旗县市区。", "clerk")]
    [InlineData("role=departmentReviewer", "department", "须选择所属部门。", "departmentReviewer")]
    public async Task Office(string fields, string field, string message, string kept)
    {
        var user = await portal.NewUserAsync(UserRole.Leader);

        await RefusedAsync(UserRole.Admin, $"/admin/users/{user.Id}", "office", fields, field, message, kept);
    }

    private async Task RefusedAsync(UserRole role, string page, string form, string fields, string field, string message, string kept)
    {
        using var browser = await portal.SignedInAsync(role);
        var before = await AuditAsync();

        using var answer = await browser.SubmitAsync(
            page, form, [.. fields.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var shown = await Markup.PageAsync(answer);
        var fault = Assert.Single(shown.QuerySelectorAll($"#{field}-fault")).TextContent;
        Assert.Contains(message, fault, StringComparison.Ordinal);
        Assert.Single(shown.QuerySelectorAll("main :not(:has(*))"), element => element.TextContent.Contains(fault, StringComparison.Ordinal));
        Assert.Single(shown.QuerySelectorAll($"[aria-invalid=true][aria-describedby~='{field}-fault']"));
        Assert.Contains(kept, shown.Values());
        Assert.Equal(before, await AuditAsync());
    }

    /// <summary>Every change leaves an audit row.</summary>
    private async Task<int> AuditAsync()
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.AuditEvents.CountAsync();
    }
}
