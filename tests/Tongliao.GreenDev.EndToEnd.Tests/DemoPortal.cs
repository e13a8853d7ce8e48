using System.Net.Http.Json;
using System.Text.Json;
using Tongliao.GreenDev.Application.Demo;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A portal on demo data for the tests of a class. Each test takes another region's clerk, so that none meets the values of another.</summary>
public class DemoPortal : IAsyncLifetime
{
    private readonly HttpClient api = new();

    public PortalProcess Process { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Process.RunAsync("seed-demo");
        var token = await Process.LastLineAsync("create-token", "--user", "zhujian");
        api.BaseAddress = new Uri(Process.Address);
        api.DefaultRequestHeaders.Authorization = new("Bearer", token);
        await Process.ServeAsync();
    }

    /// <summary>A clerk at the sheet of the open period.</summary>
    /// <param name="browser">Where.</param>
    /// <param name="loginName">For example <c>naiman-tb</c>.</param>
    /// <param name="address">Where the portal is reached, if not directly.</param>
    public async Task<PortalVisitor> SignInAsync(PortalBrowser browser, string loginName, string? address = null)
    {
        var visitor = await browser.VisitorAsync(address ?? Process.Address);
        await visitor.SignInAsync(loginName, DemoPeople.Password);
        return visitor;
    }

    /// <summary>What the database holds of a value in the open period.</summary>
    public async Task<JsonElement> StoredAsync(string region, int indicator)
    {
        var report = await api.GetFromJsonAsync<JsonElement>($"/api/v1/values?region={region}&period={EntrySheet.Period}");
        return report.GetProperty("entries").EnumerateArray().Single(entry => entry.GetProperty("indicator").GetInt32() == indicator);
    }

    /// <summary>One stored number, null while there is none.</summary>
    public async Task<decimal?> StoredAsync(string region, int indicator, string field)
    {
        var number = (await StoredAsync(region, indicator)).GetProperty("inputs").GetProperty(field);
        return number.ValueKind == JsonValueKind.Null ? null : number.GetDecimal();
    }

    public async ValueTask DisposeAsync()
    {
        api.Dispose();
        await Process.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
