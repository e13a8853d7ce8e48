using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

public sealed class RefusedRequestsTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Theory]
    [InlineData(UserRole.Clerk, "/admin", "?q=secret", "管理")]
    [InlineData(UserRole.Clerk, "/admin/periods", "", "填报期管理")]
    [InlineData(UserRole.Clerk, "/admin/baselines", "", "基数")]
    [InlineData(UserRole.Clerk, "/admin/targets", "", "分解指标")]
    [InlineData(UserRole.Clerk, "/admin/users", "?q=secret", "用户")]
    [InlineData(UserRole.Clerk, "/admin/users/0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70", "", "用户")]
    [InlineData(UserRole.Clerk, "/audit", "", "审计日志")]
    [InlineData(UserRole.Clerk, "/review", "", "市级审核")]
    [InlineData(UserRole.Clerk, "/review/150525", "", "市级审核")]
    [InlineData(UserRole.Clerk, "/review/county", "", "县级审核")]
    [InlineData(UserRole.Auditor, "/dashboard", "", "红黄绿看板")]
    [InlineData(UserRole.Auditor, "/entry", "", "季度填报")]
    [InlineData(UserRole.Auditor, "/history/150525/2025Q3/2", "", "修改历史")]
    [InlineData(UserRole.Auditor, "/exports/annex.xlsx", "?period=2025Q3", "导出附件及一个季度的监测表")]
    public async Task Visit_OutsideTheRole_LeavesOneRowWithoutWhatWasTyped(UserRole role, string address, string query, string feature)
    {
        var (person, loginName) = await portal.UserAsync(role);
        using var browser = portal.Open();
        using var signedIn = await browser.SignInAsync(loginName, AccountPortal.Password);

        using var answer = await browser.VisitAsync(address + query);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var row = Assert.Single(await RefusalsOfAsync(person.UserId));
        Assert.Equal((new AuditSubject.Address(address).ToString(), false), (row.Subject, row.Succeeded));
        Assert.Equal(new AuditedRefusal(feature, "GET"), AuditJson.Read<AuditedRefusal>(row.After!));
    }

    [Fact]
    public async Task Visit_WithinTheRole_LeavesNone()
    {
        var (person, loginName) = await portal.UserAsync();
        using var browser = portal.Open();
        using var signedIn = await browser.SignInAsync(loginName, AccountPortal.Password);

        using var answer = await browser.VisitAsync("/account");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await RefusalsOfAsync(person.UserId));
    }

    [Fact]
    public async Task Visit_NobodySignedIn_LeavesNone()
    {
        using var browser = portal.Open();

        using var answer = await browser.PostAsync("/admin/users");

        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.False(await db.AuditEvents.AnyAsync(audit => audit.Kind == AuditKinds.AccessRefused && audit.UserId == null));
    }

    private async Task<List<AuditEvent>> RefusalsOfAsync(Guid userId)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.AuditEvents.AsNoTracking().Where(audit => audit.Kind == AuditKinds.AccessRefused && audit.UserId == userId).ToListAsync();
    }
}
