using System.Text.Json.Nodes;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>Programs may say which version they read of baselines, targets and periods; without one they write whatever stands there.</summary>
public sealed class VersionTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    private const string Baseline = $"/api/v1/baselines/{ApiPortal.Naiman}/16";
    private const string Target = $"/api/v1/targets/{ApiPortal.Naiman}/20/2025";

    [Fact]
    public async Task Baseline_ReadVersion_IsCheckedAndListed()
    {
        var first = (await portal.Bureau.PutAsync(Baseline, """{"inputs":{"amount":3.5},"version":0}""")).RequireOk();
        Assert.Equal(1, (int)first.Json["version"]!);
        var stale = await portal.Bureau.PutAsync(Baseline, """{"inputs":{"amount":4},"version":0}""");

        var current = stale.RequireProblem(409, "stale_version")["current"]!;
        Assert.Equal((1, 3.5m), ((int)current["version"]!, (decimal)current["inputs"]!["amount"]!));
        RequireWhoAndWhen(current);
        var listed = (await portal.Bureau.GetAsync("/api/v1/baselines")).RequireOk().Json.AsArray()
            .Single(row => (string)row!["region"]! == ApiPortal.Naiman && (int)row["indicator"]! == 16)!;
        Assert.Equal((1, 3.5m), ((int)listed["version"]!, (decimal)listed["inputs"]!["amount"]!));
        Assert.Equal(2, (int)(await portal.Bureau.PutAsync(Baseline, """{"inputs":{"amount":4},"version":1}""")).RequireOk().Json["version"]!);
        Assert.Equal(3, (int)(await portal.Bureau.PutAsync(Baseline, """{"inputs":{"amount":5}}""")).RequireOk().Json["version"]!);
    }

    [Fact]
    public async Task Target_ReadVersion_IsCheckedAndListed()
    {
        var first = (await portal.Bureau.PutAsync(Target, Body(6, "0"))).RequireOk();
        Assert.Equal(1, (int)first.Json["version"]!);
        var stale = await portal.Bureau.PutAsync(Target, Body(7, "0"));

        var current = stale.RequireProblem(409, "stale_version")["current"]!;
        Assert.Equal((1, 6m, "奈政发〔2025〕6号"), ((int)current["version"]!, (decimal)current["value"]!, (string)current["document"]!));
        Assert.Equal("2025-01-01", (string)current["effectiveFrom"]!);
        RequireWhoAndWhen(current);
        Assert.Equal(2, (int)(await portal.Bureau.PutAsync(Target, Body(7, "1"))).RequireOk().Json["version"]!);
        Assert.Equal(3, (int)(await portal.Bureau.PutAsync(Target, Body(8, "null"))).RequireOk().Json["version"]!);
        var listed = (await portal.Bureau.GetAsync("/api/v1/targets")).RequireOk().Json.AsArray()
            .Where(row => (string)row!["region"]! == ApiPortal.Naiman && (int)row["indicator"]! == 20);
        Assert.Equal([(1, 6m, ""), (2, 7m, ""), (3, 8m, "2025Q1,2025Q2,2025Q3,2025Q4")], listed.Select(row =>
            ((int)row!["version"]!, (decimal)row["value"]!, string.Join(',', row["appliesTo"]!.AsArray().Select(quarter => (string)quarter!)))));

        static string Body(int value, string version) =>
            $$"""{"value":{{value}},"document":"奈政发〔2025〕{{value}}号","effectiveFrom":"2025-01-01","version":{{version}}}""";
    }

    [Fact]
    public async Task Period_ReadVersion_IsChecked()
    {
        const string Period = "/api/v1/periods/2024Q1";
        Assert.Equal(1, (int)(await portal.Bureau.PostAsync($"{Period}/open", """{"due":"2024-04-15","version":0}""")).RequireOk().Json["version"]!);

        foreach (var act in new[] { "close", "lock" })
        {
            var current = (await portal.Bureau.PostAsync($"{Period}/{act}", """{"version":0}""")).RequireProblem(409, "stale_version")["current"]!;
            Assert.Equal((1, "Open", "2024-04-15"), ((int)current["version"]!, (string)current["state"]!, (string)current["due"]!));
            RequireWhoAndWhen(current);
        }

        (await portal.Bureau.PostAsync($"{Period}/open", """{"due":"2024-04-20","version":0}""")).RequireProblem(409, "stale_version");
        Assert.Equal(2, (int)(await portal.Bureau.PostAsync($"{Period}/close", """{"version":1}""")).RequireOk().Json["version"]!);
        Assert.Equal(3, (int)(await portal.Bureau.PostAsync($"{Period}/lock")).RequireOk().Json["version"]!);
    }

    private void RequireWhoAndWhen(JsonNode current)
    {
        Assert.Equal("张三（市住建局）", (string)current["changedBy"]!);
        Assert.Equal(portal.Time.GetUtcNow(), (DateTimeOffset)current["changedAt"]!);
    }
}
