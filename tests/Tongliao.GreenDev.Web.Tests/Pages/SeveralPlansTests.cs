using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>Beside the plan of the demo a second one is loaded: every address says which one it is about.</summary>
public sealed class SeveralPlansTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string First = "tongliao-2023-63";

    private readonly DemoSite site = new(postgres);
    private readonly string folder = Directory.CreateTempSubdirectory("greendev-plans-").FullName;

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        using var nobody = await site.OpenAsync();
        await site.Services.GetRequiredService<PlanStore>().LoadAsync(PlanFile.Open(RegionalPlanFile.WriteTo(folder)), CancellationToken.None);
        using var leader = await site.OpenAsync("lingdao");
        using var seen = await leader.VisitAsync($"/plan?plan={First}");
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("/dashboard?period=2025Q3")]
    [InlineData("/permanent/dashboard?period=2025Q3")]
    [InlineData("/exports/annex.xlsx?period=2025Q3")]
    [InlineData("/exports/ledger.xlsx?period=2025Q3")]
    public async Task AddressWithoutAPlan_IsLedToTheOneThatSaysIt(string address)
    {
        using var browser = await site.OpenAsync("lingdao");

        using var first = await browser.VisitAsync(address);
        Assert.Equal((HttpStatusCode.Redirect, $"{address}&plan={First}"), (first.StatusCode, Browser.TargetOf(first)));

        // What was looked at last is kept.
        using var chosen = await browser.VisitAsync($"/plan?plan={RegionalPlanFile.Key}");
        using var second = await browser.VisitAsync(address);
        Assert.Equal($"{address}&plan={RegionalPlanFile.Key}", Browser.TargetOf(second));
    }

    [Fact]
    public async Task Page_OfAPlan_ShowsItAndTheWayToTheOther()
    {
        // The menu says how many there are of what was read before.
        await site.PageAsync("lingdao", $"/indicators?plan={RegionalPlanFile.Key}");
        var page = await site.PageAsync("lingdao", $"/indicators?plan={RegionalPlanFile.Key}");

        Assert.Contains("绿色建筑占比", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [$"/indicators?plan={First}", $"/indicators?plan={RegionalPlanFile.Key}"],
            page.QuerySelectorAll(".plans a").Select(link => link.GetAttribute("href")));
        Assert.Equal($"指标（{RegionalPlanFile.Indicators}）", page.QuerySelector(".nav a[href='/indicators']")!.TextContent.Trim());
    }

    [Fact]
    public async Task CountyPerson_HasNoChoiceAndSeesNothingOfTheOtherPlan()
    {
        using var browser = await site.OpenAsync("naiman-tb");

        using var led = await browser.VisitAsync("/dashboard");
        Assert.Equal($"/dashboard?plan={First}", Browser.TargetOf(led));
        Assert.Empty((await site.PageAsync("naiman-tb", $"/dashboard?plan={First}")).QuerySelectorAll(".plans"));
        foreach (var address in new[] { "/dashboard", "/indicators/1", "/plan", "/tasks", "/exports/annex.xlsx" })
        {
            using var other = await browser.VisitAsync($"{address}?plan={RegionalPlanFile.Key}&period=2026Q1");
            Assert.Equal((address, HttpStatusCode.NotFound), (address, other.StatusCode));
        }
    }

    [Fact]
    public async Task Api_TakesThePlanAsAParameter()
    {
        var tokens = site.Services.GetRequiredService<TokenService>();
        Assert.Equal(First, await KeyAsync("lingdao", "/api/v1/plan"));
        Assert.Equal(RegionalPlanFile.Key, await KeyAsync("lingdao", $"/api/v1/plan?plan={RegionalPlanFile.Key}"));
        Assert.Equal("not_found", await KeyAsync("lingdao", "/api/v1/plan?plan=no-such-plan"));
        Assert.Equal("not_found", await KeyAsync("naiman-tb", $"/api/v1/plan?plan={RegionalPlanFile.Key}"));

        async Task<string> KeyAsync(string login, string address)
        {
            var token = await tokens.CreateAsSystemAsync(login, name: null, days: null, CancellationToken.None);
            using var client = site.Client();
            client.DefaultRequestHeaders.Authorization = new("Bearer", token.Token);
            using var answer = await client.GetAsync(address);
            var json = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            return (string)(answer.IsSuccessStatusCode ? json["plan"]!["key"] : json["code"])!;
        }
    }
}
