using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tongliao.GreenDev.Application.Demo;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A typed text without a place to break, such as a long address, wraps wherever it is shown.</summary>
public sealed class LongTextTests(DemoData data, PortalBrowser browser) : IAsyncLifetime
{
    private const string Naiman = "150525";

    /// <summary>165 characters, as copied from a browser.</summary>
    private static readonly string Url = "https://www.tongliao.gov.cn/" + new string('x', 165 - 28);

    private static readonly int[] Submitted = [2, 3];

    private readonly PortalProcess portal = new();

    public async ValueTask InitializeAsync()
    {
        await data.ServeAsync(portal);
        await TypeEverywhereAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Page_WithALongWord_IsNotWiderThanTheWindow()
    {
        await AssertPagesAsync(1366, 768);
        await AssertPagesAsync(390, 844);
    }

    private async Task AssertPagesAsync(int width, int height)
    {
        await AssertPagesAsync(width, height, "naiman-sh", $"/review/county?period={EntrySheet.Period}", "/account");
        await AssertPagesAsync(width, height, "naiman-tb", EntrySheet.Path, $"/history/{Naiman}/{EntrySheet.Period}/2", "/");
        await AssertPagesAsync(width, height, "zhujian", "/admin/targets?indicator=20&year=2025", $"/dashboard?period={EntrySheet.Period}&cell=20-150521");
        await AssertPagesAsync(width, height, "admin", "/admin/users?size=100");
        await AssertPagesAsync(width, height, "shenji", "/audit?text=tongliao.gov.cn");
    }

    private async Task AssertPagesAsync(int width, int height, string loginName, params string[] addresses)
    {
        await using var visitor = await browser.VisitorAsync(portal.Address, width, height);
        await visitor.SignInAsync(loginName, DemoUsers.Password);
        foreach (var address in addresses)
        {
            await visitor.Page.GotoAsync(address);
            await Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
            await Expect(visitor.Page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);
            foreach (var entry in await visitor.Page.Locator("main button[data-entry]").AllAsync())
            {
                await entry.ClickAsync();
                await Expect(entry).ToHaveAttributeAsync("aria-expanded", "true");
            }

            await Expect(visitor.Page.Locator("main")).ToContainTextAsync(new Regex("[xW]{20}"));
            await visitor.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(details => details.open = true)");
            var wide = await visitor.Page.EvaluateAsync<string[]>(Wider);
            Assert.True(wide.Length == 0, $"{address} at {width}: {string.Join("; ", wide)}");
        }
    }

    /// <summary>What is wider than the window, and long words that reach beyond what holds them; at least one word has to be there.</summary>
    private const string Wider = """
        () => {
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) faults.push(`page ${root.scrollWidth} > ${root.clientWidth}`);
          const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          let found = 0;
          for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            if (!/[xW]{20}/.test(text.data) || !text.parentElement.checkVisibility() || text.parentElement.closest('textarea, .sr-only')) continue;
            found++;
            const range = document.createRange();
            range.selectNodeContents(text);
            const holder = text.parentElement.closest('td, th, li, dd, p, div, h1');
            const [inner, outer] = [range.getBoundingClientRect(), holder.getBoundingClientRect()];
            if (inner.right > outer.right + 1) faults.push(`${holder.tagName}.${holder.className} ${inner.right} > ${outer.right}`);
          }
          for (const table of document.querySelectorAll('.card.readings')) {
            if (table.scrollWidth > table.clientWidth) faults.push(`review table ${table.scrollWidth} > ${table.clientWidth}`);
          }
          if (found === 0) faults.push('no long word');
          return faults;
        }
        """;

    private async Task TypeEverywhereAsync()
    {
        using var clerk = await ApiAsync("naiman-tb");
        using var reviewer = await ApiAsync("naiman-sh");
        using var bureau = await ApiAsync("zhujian");
        using var admin = await ApiAsync("admin");
        await SaveAsync(clerk, 2, new { inputs = new { numerator = 47, denominator = 194 }, note = Url });
        await SaveAsync(clerk, 3, new { inputs = new { }, notApplicableReason = Url, note = Url });
        var report = $"/api/v1/reports/{Naiman}/{EntrySheet.Period}";
        await RequireAsync(clerk.PostAsJsonAsync($"{report}/submit", new { indicators = Submitted }));
        await RequireAsync(reviewer.PostAsJsonAsync($"{report}/return", new { indicators = Submitted, reason = Url }));
        await RequireAsync(reviewer.PostAsJsonAsync("/api/v1/tokens", new { name = new string('x', 50) }));
        foreach (var region in new[] { "150521", Naiman })
        {
            await RequireAsync(bureau.PutAsJsonAsync(
                $"/api/v1/targets/{region}/20/2025", new { value = 10, document = Url, effectiveFrom = "2025-02-01" }));
        }

        await RequireAsync(admin.PostAsJsonAsync("/api/v1/users", new { name = "long.name", displayName = new string('W', 32), role = "leader" }));
    }

    private static async Task SaveAsync(HttpClient clerk, int indicator, object body)
    {
        var values = await clerk.GetFromJsonAsync<JsonNode>($"/api/v1/values?region={Naiman}&period={EntrySheet.Period}");
        var entry = values!["entries"]!.AsArray().Single(entry => (int)entry!["indicator"]! == indicator);
        var content = System.Text.Json.JsonSerializer.SerializeToNode(body)!;
        content["version"] = (int)entry!["version"]!;
        await RequireAsync(clerk.PutAsJsonAsync($"/api/v1/values/{Naiman}/{EntrySheet.Period}/{indicator}", content));
    }

    private static async Task RequireAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpClient> ApiAsync(string loginName)
    {
        var client = new HttpClient { BaseAddress = new Uri(portal.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await portal.LastLineAsync("create-token", "--user", loginName));
        return client;
    }
}
