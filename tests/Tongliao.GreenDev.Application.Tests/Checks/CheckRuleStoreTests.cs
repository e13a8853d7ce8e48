using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Checks;

/// <summary>The catalogue of check rules in the database: what a release delivers comes in, once, and nothing goes.</summary>
public sealed class CheckRuleStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceProvider services = null!;

    public async ValueTask InitializeAsync() =>
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task BringUpToDate_PreparedDatabase_HasTheDeliveredRulesAndAddsNone()
    {
        Assert.Equal(0, await services.GetRequiredService<CheckRuleStore>().BringUpToDateAsync(CancellationToken.None));

        var facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
        Assert.Equal(
            TestData.Checks.All.Select(rule => (rule.Name, rule.Code, rule.Severity, rule.Wording)),
            facts.Checks.All.Select(rule => (rule.Name, rule.Code, rule.Severity, rule.Wording)));
        Assert.Equal(TestData.Checks.All.SelectMany(rule => rule.Parameters), facts.Checks.All.SelectMany(rule => rule.Parameters));
        Assert.All(facts.Checks.All, rule => Assert.Equal((1, CheckRuleFile.Reason), (rule.Version, rule.Reason)));
    }

    [Fact]
    public async Task BringUpToDate_OlderWordsInTheDatabase_AreFollowedByAVersionWithTheNew()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO check_rules (number, version, code, title, wording, basis, severity, parameters, settings, reason, recorded_at, recorded_by, recorded_way)
            SELECT number, 2, code, title, '旧表述', basis, severity, parameters, settings, reason, recorded_at, recorded_by, recorded_way FROM check_rules WHERE code = 'leap'
            """);

        Assert.Equal(1, await services.GetRequiredService<CheckRuleStore>().BringUpToDateAsync(CancellationToken.None));

        Assert.Equal(["旧表述"], await db.CheckRules.Where(rule => rule.Code == "leap" && rule.Version == 2).Select(rule => rule.Wording).ToListAsync());
        Assert.True(await db.CheckRules.AnyAsync(rule => rule.Code == "leap" && rule.Version == 3 && rule.Wording != "旧表述"));
    }

    [Theory]
    [InlineData("\"number\": 3, \"code\": \"too_large\"", "\"number\": 4, \"code\": \"too_large\"", "rule 4 stands at place 3")]
    [InlineData("\"code\": \"leap\"", "\"code\": \"bound\"", "bound is not exactly one rule here and one code of the engine; leap is not")]
    [InlineData("\"title\": \"数值为负\"", "\"title\": \" \"", "rule 2 lacks a text")]
    [InlineData("\"default\": 25,", "\"default\": 50,", "parameter tolerance is doubled or outside its own range")]
    public void Load_FileWithAFault_SaysWhich(string part, string instead, string fault)
    {
        using var file = typeof(CheckRuleFile).Assembly.GetManifestResourceStream("checks.json")!;
        var text = new StreamReader(file).ReadToEnd();
        Assert.Contains(part, text, StringComparison.Ordinal);

        var refused = Assert.Throws<InvalidOperationException>(() => CheckRuleFile.Load(
            new MemoryStream(Encoding.UTF8.GetBytes(text.Replace(part, instead, StringComparison.Ordinal))), Recording.OnTrial));

        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }
}
