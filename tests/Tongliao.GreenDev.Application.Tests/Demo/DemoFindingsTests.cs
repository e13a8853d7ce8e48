using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Demo;

/// <summary>The warnings (需核对) in eight quarters of figures as they are reported when nothing is wrong.</summary>
public sealed class DemoFindingsTests(PostgresFixture postgres)
{
    // They must stay rare, or nobody reads them: 5 of 1,392 when this was written, besides the one mistake that the demo shows.
    [Fact]
    public async Task Reports_WithoutMistakes_AreAskedBackAtMostOnceInAHundredValuesAndAllExplained()
    {
        await using var services = PostgresFixture.ServicesFor(
            await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));
        var entries = await EntriesAsync(services);
        var mistake = Assert.Single(entries, entry => entry.Findings.Any(finding => finding is { Severity: FindingSeverity.Warning, Explanation: null }));
        entries.Remove(mistake);

        var warnings = entries.SelectMany(entry => entry.Findings).Where(issue => issue.Severity == FindingSeverity.Warning).ToList();

        Assert.Equal((6, ValueStatus.Draft), (mistake.Indicator.Number, mistake.Status));
        Assert.Contains(mistake.Findings, finding => finding.Code == "unit_slip");
        Assert.True(entries.Count > 1380);
        var remedies = warnings.RemoveAll(warning => warning.Code == CheckCode.NoRemedy.Name);
        Assert.Equal(entries.Count(entry => entry.Rating.State == RagStatus.Red && entry.Findings.Count > 0), remedies);
        Assert.True(warnings.Count <= entries.Count / 100, string.Join(' ', warnings.GroupBy(warning => warning.Code).Select(group => $"{group.Key}:{group.Count()}")));
        Assert.NotEmpty(warnings);
        Assert.DoesNotContain(warnings, warning => warning.Code is "unit_slip" or "unchanged");
        Assert.All(warnings, warning => Assert.NotNull(warning.Explanation));
    }

    private static async Task<List<ReportEntry>> EntriesAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var bureau = new Caller(await db.Users.Where(user => user.UserName == "zhujian").Select(user => user.Id).SingleAsync(), "");
        var facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
        var entries = new List<ReportEntry>();
        foreach (var (unit, period) in facts.Plan.Units.SelectMany(unit => facts.Periods.Select(period => (unit, period))))
        {
            var report = await services.GetRequiredService<ReportQueries>()
                .ReportAsync(bureau, new ReportKey(unit.Code, period.Quarter), CancellationToken.None);
            entries.AddRange(report.Entries.Where(entry => entry.Status != ValueStatus.Empty));
        }

        return entries;
    }
}
