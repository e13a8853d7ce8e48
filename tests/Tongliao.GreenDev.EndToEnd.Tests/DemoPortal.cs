using System.Net.Http.Json;
using System.Text.Json;
using Tongliao.GreenDev.Application.Demo;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A portal on demo data for the tests of a class. Each test takes another region's clerk, so that none meets the values of another.</summary>
/// <param name="data">What it begins on.</param>
public class DemoPortal(DemoData data) : IAsyncLifetime
{
    public PortalProcess Process { get; } = new();

    /// <summary>As the bureau's <c>zhujian</c>.</summary>
    protected HttpClient Api { get; } = new();

    public virtual async ValueTask InitializeAsync()
    {
        Api.BaseAddress = new Uri(Process.Address);
        Api.DefaultRequestHeaders.Authorization = new("Bearer", data.Token);
        await data.CopyToAsync(Process);
        await PrepareAsync();
        await Process.ServeAsync();
    }

    /// <summary>A person of the demo data in a window of their own.</summary>
    /// <param name="browser">Where.</param>
    /// <param name="loginName">For example <c>naiman-tb</c>.</param>
    /// <param name="address">Where the portal is reached, if not directly.</param>
    public async Task<PortalVisitor> SignInAsync(PortalBrowser browser, string loginName, string? address = null)
    {
        var visitor = await browser.VisitorAsync(address ?? Process.Address);
        await visitor.SignInAsync(loginName, DemoUsers.Password);
        return visitor;
    }

    /// <summary>One number of the open period as the API has it, null while there is none.</summary>
    public async Task<decimal?> StoredAsync(string region, int indicator, string field)
    {
        var report = await Api.GetFromJsonAsync<JsonElement>($"/api/v1/values?region={region}&period={EntrySheet.Period}");
        var entry = report.GetProperty("entries").EnumerateArray().Single(entry => entry.GetProperty("indicator").GetInt32() == indicator);
        var number = entry.GetProperty("inputs").GetProperty(field);
        return number.ValueKind == JsonValueKind.Null ? null : number.GetDecimal();
    }

    public virtual async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Process.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What is done by the command line before the portal serves.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;
}
