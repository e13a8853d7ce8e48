namespace Tongliao.GreenDev.Web.Tests.Api;

public sealed class RatingsTests(ApiPortal portal) : IClassFixture<ApiPortal>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await portal.OpenAsync("2024Q3", "2024-10-15");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Ratings_OfTheBureau_AreCityThenRegionsByIndicator()
    {
        var ratings = (await portal.Bureau.GetAsync("/api/v1/ratings?period=2024Q3")).RequireOk().Json.AsArray();

        Assert.Equal(10 * 21, ratings.Count);
        Assert.Equal(
            ["150500", "150502", "150521", "150522", "150523", "150524", "150525", "150526", "150581", "150571"],
            ratings.Select(rating => (string)rating!["region"]!).Distinct());
        Assert.Equal(Enumerable.Range(1, 21), ratings.Take(21).Select(rating => (int)rating!["indicator"]!));
        Assert.Equal(">", (string)ratings[6]!["operator"]!);
        Assert.Equal("<=", (string)ratings[7]!["operator"]!);
        Assert.Equal(97.8m, (decimal)ratings[4]!["target"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ratings_OfACounty_AreItsOwnAndTheCitys(bool isClerk)
    {
        var ratings = (await (isClerk ? portal.Clerk : portal.CountyReviewer).GetAsync("/api/v1/ratings?period=2024Q3")).RequireOk().Json.AsArray();

        Assert.Equal([ApiPortal.City, ApiPortal.Naiman], ratings.Select(rating => (string)rating!["region"]!).Distinct());
    }

    [Theory]
    [InlineData("/api/v1/plan", 2)]
    [InlineData("/api/v1/periods", 2)]
    [InlineData("/api/v1/ratings?period=2024Q3", 4)]
    [InlineData("/api/v1/ratings?period=2024Q3&basis=approved", 4)]
    [InlineData("/api/v1/ratings/150500/2024Q3/2", 6)]
    [InlineData("/api/v1/ratings/150525/2024Q3/2?basis=approved", 6)]
    [InlineData("/api/v1/values?period=2024Q3&region=150525", 5)]
    [InlineData("/api/v1/values/150525/2024Q3/2/history", 4)]
    [InlineData("/api/v1/progress?period=2024Q3", 4)]
    [InlineData("/api/v1/targets", 3)]
    [InlineData("/api/v1/baselines", 3)]
    [InlineData("/api/v1/tokens", 3)]
    public async Task Read_TakesFewStatements_TokenIncluded(string address, int atMost)
    {
        (await portal.Leader.GetAsync(address)).RequireOk();

        var before = portal.Statements;
        (await portal.Leader.GetAsync(address)).RequireOk();

        Assert.InRange(portal.Statements - before, 1, atMost);
    }
}
