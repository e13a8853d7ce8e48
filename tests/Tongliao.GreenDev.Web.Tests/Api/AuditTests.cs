using System.Text.Json.Nodes;

namespace Tongliao.GreenDev.Web.Tests.Api;

public sealed class AuditTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    [Fact]
    public async Task Audit_OfADay_IncludesItsLastMomentInTheOfficesTime()
    {
        // 23:30 in Tongliao is 15:30 UTC of the same day; half an hour after midnight is still the day before in UTC.
        portal.Time.AdjustTime(new DateTimeOffset(2024, 10, 20, 23, 30, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        await SetTargetAsync("甲");
        portal.Time.AdjustTime(new DateTimeOffset(2024, 10, 21, 0, 30, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        await SetTargetAsync("乙");

        Assert.Equal(["甲"], await DocumentsAsync("from=2024-10-20&to=2024-10-20"));
        Assert.Equal(["乙", "甲"], await DocumentsAsync("from=2024-10-20&to=2024-10-21"));
        Assert.Equal(["乙"], await DocumentsAsync("from=2024-10-20T16:00:00Z"));
        Assert.Equal(["乙"], await DocumentsAsync("from=2024-10-21T00:00:00+08:00&to=2024-10-21"));
        Assert.Equal(["乙"], await DocumentsAsync("from=2024-10-21&to=9999-12-31"));
        Assert.Empty(await DocumentsAsync("from=9999-12-31"));
        Assert.Equal(["甲"], await DocumentsAsync("from=2024-10-20&to=2024-10-21T00:30%2B08:00"));
    }

    [Fact]
    public async Task Audit_LongerThanTheLimit_PointsToTheNextPage()
    {
        for (var i = 0; i < 3; i++)
        {
            await SetTargetAsync($"第{i}次");
        }

        var seen = new List<long>();
        var address = "/api/v1/audit?from=2024-01-01&limit=2";
        while (seen.Count < 100)
        {
            var page = (await portal.Auditor.GetAsync(address)).RequireOk();
            seen.AddRange(page.Json.AsArray().Select(entry => (long)entry!["id"]!));
            if (!page.Headers.TryGetValues("Link", out var link))
            {
                break;
            }

            address = link.Single().Split('>')[0].TrimStart('<');
        }

        Assert.True(seen.Count >= 3);
        Assert.Equal(seen.OrderDescending().Distinct(), seen);
        Assert.Equal((await portal.Auditor.GetAsync("/api/v1/audit?from=2024-01-01")).RequireOk().Json.AsArray().Count, seen.Count);
    }

    [Theory]
    [InlineData("from=昨天", "from")]
    [InlineData("from=2024-10-20T00:00:00", "from")]
    [InlineData("to=2024-13-01", "to")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=5001", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("before=-1", "before")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("limit=4294967297", "limit")]
    public async Task Audit_WrongQuery_IsRefusedByName(string query, string name)
    {
        var answer = await portal.Auditor.GetAsync($"/api/v1/audit?{query}");

        answer.RequireProblem(422, "invalid_query");
        Assert.NotEmpty(answer.ErrorsAt(name));
    }

    private async Task SetTargetAsync(string document) => (await portal.Bureau.PutAsync(
        $"/api/v1/targets/{ApiPortal.Naiman}/20/2024", new { value = 6, document, effectiveFrom = "2024-01-01" })).RequireOk();

    private async Task<IEnumerable<string>> DocumentsAsync(string query)
    {
        var events = (await portal.Auditor.GetAsync($"/api/v1/audit?{query}")).RequireOk().Json.AsArray();
        return events.Where(entry => (string)entry!["kind"]! == "target.set" && DocumentOf(entry) is "甲" or "乙").Select(DocumentOf);
    }

    private static string DocumentOf(JsonNode? entry) => (string)entry!["after"]!["document"]!;
}
