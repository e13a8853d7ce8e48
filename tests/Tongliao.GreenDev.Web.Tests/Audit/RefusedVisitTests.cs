using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Audit;

/// <summary>What the audit keeps of pages and workbooks that were refused.</summary>
public sealed class RefusedVisitTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Theory]
    [InlineData(UserRole.Clerk, "/admin/users?q=Typed-Secret-91", "address /admin/users")] // Refused by the page's role.
    [InlineData(UserRole.Clerk, "/audit", "address /audit")]
    [InlineData(UserRole.Auditor, "/dashboard?period=2025Q3", "address /dashboard")] // Refused by the service behind the page.
    [InlineData(UserRole.Auditor, "/exports/annex.xlsx?period=2025Q3", "address /exports/annex.xlsx")]
    public async Task Visit_Refused_OneRowWithoutTheQuery(UserRole role, string address, string subject)
    {
        var (caller, loginName) = await portal.UserAsync(role);
        using var browser = portal.Open();
        using var signedIn = await browser.SignInAsync(loginName, AccountPortal.Password);

        using var answer = await browser.VisitAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var audit = Assert.Single(await RefusalsOfAsync(caller.UserId));
        Assert.Equal((subject, false, """{"method": "GET"}"""), (audit.Subject, audit.Succeeded, audit.After));
    }

    [Fact]
    public async Task Export_RefusedToAProgram_OneRow()
    {
        var (caller, _) = await portal.UserAsync(UserRole.Auditor);
        var token = await portal.Services.GetRequiredService<TokenService>().CreateAsync(caller, "test", 30, CancellationToken.None);
        using var client = portal.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);

        using var answer = await client.GetAsync("/exports/annex.xlsx?period=2025Q3");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("address /exports/annex.xlsx", Assert.Single(await RefusalsOfAsync(caller.UserId)).Subject);
    }

    [Fact]
    public async Task Visit_GrantedOrAbsent_NoRow()
    {
        var (caller, loginName) = await portal.UserAsync();
        using var browser = portal.Open();
        using var signedIn = await browser.SignInAsync(loginName, AccountPortal.Password);

        foreach (var address in new[] { "/dashboard", "/account", "/nowhere", "/exports/annex.xlsx?period=1999Q1" })
        {
            using var answer = await browser.VisitAsync(address);
        }

        Assert.Empty(await RefusalsOfAsync(caller.UserId));
    }

    private async Task<List<AuditEvent>> RefusalsOfAsync(Guid user)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.AuditEvents.AsNoTracking().Where(audit => audit.UserId == user && audit.Kind == AuditKinds.AccessRefused).ToListAsync();
    }
}
