using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Audit;

public sealed class AuditQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceProvider services = null!;
    private Caller auditor = null!;

    public async ValueTask InitializeAsync()
    {
        // As the owner, since the portal's own role cannot empty the audit.
        services = PostgresFixture.ServicesFor(
            postgres.OwnerOf(await postgres.CreateDatabaseAsync()), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        auditor = await TestPeople.AddAsync(services, UserRole.Auditor);
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        await db.AuditEvents.ExecuteDeleteAsync();

        // Midnight in Tongliao is 16:00 UTC of the day before.
        db.AuditEvents.AddRange(
            Event("2025-10-07T15:59:59Z", AuditKinds.ValueSaved, "张三（奈曼旗 填报员）"),
            Event("2025-10-07T16:00:00Z", AuditKinds.ReviewStep, "李四（奈曼旗 县级审核员）"),
            Event("2025-10-08T15:59:59Z", AuditKinds.ValueSaved, "王五（市住建局 100%）"),
            Event("2025-10-08T16:00:00Z", AuditKinds.SignedIn, "a_b（系统管理员）"),
            Event("2025-10-08T16:00:01Z", AuditKinds.SignedIn, "axb（系统管理员）"));
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Page_OneDay_TakesTheDayAsTheOfficesCountIt()
    {
        var day = new DateOnly(2025, 10, 8);

        var page = await PageAsync(new AuditFilter { From = day, To = day });

        Assert.Equal(["王五（市住建局 100%）", "李四（奈曼旗 县级审核员）"], page.Events.Select(entry => entry.UserName));
    }

    [Theory]
    [InlineData(AuditKinds.ValueSaved, null, 2)]
    [InlineData(AuditKinds.ValueSaved, "奈曼旗", 1)]
    [InlineData(null, "奈曼旗", 2)]
    [InlineData(null, "AXB", 1)]
    [InlineData(null, "a_b", 1)]
    [InlineData(null, "100%", 1)]
    [InlineData(null, "\\", 0)]
    [InlineData("no-such-kind", null, 0)]
    [InlineData(" ", " ", 5)]
    public async Task Page_KindAndUser_TakesTextAsText(string? kind, string? user, int expected)
    {
        var page = await PageAsync(new AuditFilter { Kind = kind, User = user });

        Assert.Equal(expected, page.Events.Count);
    }

    [Fact]
    public async Task Page_MoreThanFits_LeadsOnWithoutGapOrRepeat()
    {
        var seen = new List<long>();
        long? before = null;
        do
        {
            var page = await PageAsync(new AuditFilter { Before = before }, size: 2);
            Assert.InRange(page.Events.Count, 1, 2);
            seen.AddRange(page.Events.Select(entry => entry.Id));
            before = page.Next;
        }
        while (before is not null);

        Assert.Equal(5, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Fact]
    public async Task Page_FarthestDays_FindEverything()
    {
        var page = await PageAsync(new AuditFilter { From = DateOnly.MinValue, To = DateOnly.MaxValue });

        Assert.Equal(5, page.Events.Count);
    }

    [Theory]
    [InlineData(UserRole.Bureau)]
    [InlineData(UserRole.Leader)]
    [InlineData(UserRole.Admin)]
    public async Task Page_NotTheAuditor_IsForbidden(UserRole role)
    {
        var caller = await TestPeople.AddAsync(services, role);

        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => services.GetRequiredService<AuditQueries>().PageAsync(caller, new AuditFilter(), 10, CancellationToken.None));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
    }

    [Fact]
    public void All_Kinds_HaveAWordOfTheirOwn()
    {
        var declared = typeof(AuditKinds).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(declared.Order(), AuditKinds.All.Order());
        Assert.All(declared, kind => Assert.NotEqual(kind, AuditKinds.Word(kind)));
        Assert.Equal(declared.Count, declared.Select(AuditKinds.Word).Distinct().Count());
    }

    private static AuditEvent Event(string at, string kind, string userName) => new()
    {
        At = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
        UserId = null,
        UserName = userName,
        Address = "127.0.0.1",
        Kind = kind,
        Subject = "test",
        Succeeded = true,
    };

    private Task<AuditExcerpt> PageAsync(AuditFilter filter, int size = 10) =>
        services.GetRequiredService<AuditQueries>().PageAsync(auditor, filter, size, CancellationToken.None);
}
