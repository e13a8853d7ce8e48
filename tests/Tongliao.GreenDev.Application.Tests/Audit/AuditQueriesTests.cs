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
    private string connection = "";
    private ServiceProvider services = null!;
    private Caller auditor = null!;

    public async ValueTask InitializeAsync()
    {
        // As the owner, since the portal's own role cannot empty the audit.
        connection = postgres.OwnerOf(await postgres.CreateDatabaseAsync());
        services = PostgresFixture.ServicesFor(connection, new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
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

    [Theory]
    [InlineData("奈曼", "value 150525/2025Q3/2", "baseline 150525/16", "target 150525/20/2025")]
    [InlineData("奈曼旗 2025年三季度 第2项", "value 150525/2025Q3/2")]
    [InlineData("第16项基数", "baseline 150525/16")]
    [InlineData("第2项", "value 150525/2025Q3/2")]
    [InlineData("2025年", "value 150525/2025Q3/2", "target 150525/20/2025", "period 2025Q3", "annex 2025Q1")]
    [InlineData("三季度", "value 150525/2025Q3/2", "period 2025Q3")]
    [InlineData("附件表 2025年一季度", "annex 2025Q1")]
    [InlineData("奈曼旗 第20项 2025年分解指标", "target 150525/20/2025")]
    [InlineData("账号 NAIMAN_TB", "user naiman_tb")]
    [InlineData("naimanatb", "user naimanatb")]
    [InlineData("演示数据", "demo")]
    [InlineData("市级审核", "address /review")]
    [InlineData("/review", "address /review")]
    [InlineData("没有这个对象")]
    public async Task Page_Subject_IsFoundByTheWordsOfTheScreen(string sought, params string[] expected)
    {
        await AddAsync(
            About("value 150525/2025Q3/2"),
            About("baseline 150525/16"),
            About("target 150525/20/2025"),
            About("period 2025Q3"),
            About("annex 2025Q1"),
            About("user naiman_tb"),
            About("user naimanatb"),
            About("demo"),
            About("address /review", AuditKinds.AccessRefused, """{"feature":"市级审核","method":"GET"}"""),
            About("plan x", AuditKinds.PlanLoaded, """{"feature":"市级审核"}"""));

        var page = await PageAsync(new AuditFilter { Subject = sought });

        Assert.Equal(expected.Order(), page.Events.Select(entry => entry.Subject).Order());
    }

    [Theory]
    [InlineData("分母不符", 1)]
    [InlineData("通建城〔2025〕8号", 1)]
    [InlineData("引号\"内", 1)]
    [InlineData("97.8", 1)]
    [InlineData("97.80", 1)]
    [InlineData("７.８", 0)]
    [InlineData("document", 0)]
    [InlineData(".*", 0)]
    [InlineData("null", 0)]
    public async Task Page_Text_IsSoughtInWhatWasWrittenOnly(string text, int expected)
    {
        await AddAsync(
            Event("2025-10-09T00:00:00Z", AuditKinds.ReviewStep, "甲", before: """{"note":{"reason":"分母不符，请核"}}"""),
            Event("2025-10-09T00:00:00Z", AuditKinds.TargetSet, "甲", after: """{"document":"通建城〔2025〕8号引号\"内","value":97.8}"""));

        var page = await PageAsync(new AuditFilter { Text = text });

        Assert.Equal(expected, page.Total);
    }

    [Theory]
    [InlineData(AuditColumn.Time, true, "张三|李四|王五|a_b|axb")]
    [InlineData(AuditColumn.Time, false, "axb|a_b|王五|李四|张三")]
    [InlineData(AuditColumn.Kind, true, "王五|张三|李四|axb|a_b")]
    [InlineData(AuditColumn.Kind, false, "axb|a_b|李四|王五|张三")]
    public async Task Page_Sorted_KeepsEqualOnesLatestFirst(AuditColumn column, bool isAscending, string expected)
    {
        var page = await PageAsync(new AuditFilter { Sort = column, IsAscending = isAscending });

        Assert.Equal(expected, string.Join('|', page.Events.Select(entry => entry.UserName.Split('（')[0])));
    }

    [Theory]
    [InlineData(AuditColumn.Person)]
    [InlineData(AuditColumn.Subject)]
    public async Task Page_SortedBothWays_IsTheOtherWayRound(AuditColumn column)
    {
        await AddAsync(Event("2025-10-09T00:00:00Z", AuditKinds.SignedIn, "乙", "a"), Event("2025-10-09T00:00:00Z", AuditKinds.SignedIn, "甲", "zz"));
        Func<AuditEvent, string> key = column == AuditColumn.Person ? entry => entry.UserName : entry => entry.Subject;

        var up = await PageAsync(new AuditFilter { Sort = column, IsAscending = true });
        var down = await PageAsync(new AuditFilter { Sort = column });

        Assert.NotEqual(key(up.Events[0]), key(up.Events[^1]));
        Assert.Equal(up.Events.Select(key).Reverse(), down.Events.Select(key));
    }

    [Fact]
    public async Task Page_MoreThanFits_LeadsOnWithoutGapOrRepeat_AndCountsAll()
    {
        var pages = new[] { await PageAsync(new AuditFilter(), 0, 2), await PageAsync(new AuditFilter(), 1, 2), await PageAsync(new AuditFilter(), 2, 2) };

        Assert.Equal([2, 2, 1], pages.Select(page => page.Events.Count));
        Assert.All(pages, page => Assert.Equal(5, page.Total));
        Assert.Equal(5, pages.SelectMany(page => page.Events).DistinctBy(entry => entry.Id).Count());
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(5, 3)]
    [InlineData(2, 3)]
    public async Task Page_OfAny_CostsFewStatements(int size, int expected)
    {
        using var statements = new StatementCounter(connection);

        var count = await statements.DuringAsync(() => PageAsync(new AuditFilter(), 0, size));

        Assert.Equal(expected, count);
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
            () => services.GetRequiredService<AuditQueries>().PageAsync(caller, new AuditFilter(), 0, 10, CancellationToken.None));

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

    private static AuditEvent Event(string at, string kind, string userName, string subject = "test", string? before = null, string? after = null) => new()
    {
        At = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
        UserId = null,
        UserName = userName,
        Address = "127.0.0.1",
        Kind = kind,
        Subject = subject,
        Succeeded = true,
        Before = before,
        After = after,
    };

    private static AuditEvent About(string subject, string kind = AuditKinds.ValueSaved, string? after = null) =>
        Event("2025-10-09T00:00:00Z", kind, "甲", subject, after: after);

    private async Task AddAsync(params AuditEvent[] events)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        db.AuditEvents.AddRange(events);
        await db.SaveChangesAsync();
    }

    private Task<AuditExcerpt> PageAsync(AuditFilter filter, int page = 0, int size = 50) =>
        services.GetRequiredService<AuditQueries>().PageAsync(auditor, filter, page, size, CancellationToken.None);
}
