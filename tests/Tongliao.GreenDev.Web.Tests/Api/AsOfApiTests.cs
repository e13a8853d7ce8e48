using System.Net;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>The API as of a moment (asOf): what was there then, and the moment in the answer.</summary>
public sealed class AsOfApiTests(ApiPortal portal) : IClassFixture<ApiPortal>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await portal.OpenAsync("2024Q3", "2024-10-15");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/api/v1/ratings?period=2024Q3")]
    [InlineData("/api/v1/tasks/progress?period=2024Q3")]
    [InlineData("/api/v1/tasks/1/progress?x=1")]
    [InlineData("/exports/annex.xlsx?period=2024Q3")]
    [InlineData("/exports/ledger.xlsx?period=2024Q3")]
    public async Task AsOf_IsSaidInTheAnswer_AndRefusedWhereItIsNone(string address)
    {
        var answer = (await portal.Leader.GetAsync(address + "&asOf=2024-01-31")).RequireOk();

        Assert.Equal("2024-01-31", Assert.Single(answer.Headers.GetValues("As-Of")));
        Assert.False((await portal.Leader.GetAsync(address)).RequireOk().Headers.Contains("As-Of"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Leader.GetAsync(address + "&asOf=tomorrow")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Leader.GetAsync(address + "&asOf=2999-01-01")).Status);
    }
}
