using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

public sealed class RefusedRequestsTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Theory]
    [InlineData(UserRole.Clerk, "/admin/users?q=secret", "address /admin/users")]
    [InlineData(UserRole.Auditor, "/exports/annex.xlsx?period=2025Q3", "address /exports/annex.xlsx")]
    public async Task Visit_OutsideTheRole_LeavesOneRowWithoutWhatWasTyped(UserRole role, string address, string subject)
    {
        var (person, loginName) = await portal.UserAsync(role);
        using var browser = portal.Open();
        using var signedIn = await browser.SignInAsync(loginName, AccountPortal.Password);

        using var answer = await browser.VisitAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var row = Assert.Single(await RefusalsOfAsync(person.UserId));
        Assert.Equal((subject, false), (row.Subject, row.Succeeded));
        Assert.DoesNotContain("secret", row.After, StringComparison.Ordinal);
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
