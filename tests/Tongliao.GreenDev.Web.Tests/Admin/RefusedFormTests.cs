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
    [InlineData("16-150525", "Amount=三", "Amount", "：“三”不是数字", "三")]
    [InlineData("16-150525", "Amount=-1", "Amount", "不能为负", "-1")]
    [InlineData("16-150525", "Amount=1,23", "Amount", "：逗号只能用作千位分隔", "1,23")]
    [InlineData("16-150525", "Amount=99999999999999999999", "Amount", "：", "99999999999999999999")]
    [InlineData("2-150525", "Numerator=12%&Denominator=100", "Numerator", "：请填写数量，不填百分比", "100")]
    [InlineData("2-150525", "Numerator=300&Denominator=100", "Numerator", "：", "300")]
    public Task Baseline(string cell, string fields, string field, string message, string kept) =>
        RefusedAsync(UserRole.Bureau, "/admin/baselines?cell=" + cell, "baseline", fields, field, message, kept);

    [Theory]
    [InlineData("value=很多&document=甲&effectiveFrom=2025-01-01", "value", "“很多”不是数字", "很多")]
    [InlineData("value=-1&document=甲&effectiveFrom=2025-01-01", "value", "请填写目标值", "-1")]
    [InlineData("value=&document=甲&effectiveFrom=2025-01-01", "value", "请填写目标值", "甲")]
    [InlineData("value=6&document= &effectiveFrom=2025-01-01", "document", "请填写下达分解指标的文件名称或文号", "6")]
    [InlineData("value=6&document=甲&effectiveFrom=去年", "effectiveFrom", "生效日期不是有效的日期", "去年")]
    [InlineData("value=6&document=甲&effectiveFrom=2205-01-01", "effectiveFrom", "最晚为2025-12-31。", "2205-01-01")]
    [InlineData("value=6&document=甲&effectiveFrom=2026-01-01", "effectiveFrom", "最晚为2025-12-31。", "2026-01-01")]
    [InlineData("value=6&document=甲&effectiveFrom=1025-01-01", "effectiveFrom", "最早为2023-01-01。", "1025-01-01")]
    [InlineData("value=6&document=甲&effectiveFrom=", "effectiveFrom", "请填写生效日期", "甲")]
    public Task Target(string fields, string field, string message, string kept) =>
        RefusedAsync(UserRole.Bureau, "/admin/targets?indicator=20&year=2025&unit=150525", "target", fields, field, message, kept);

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
