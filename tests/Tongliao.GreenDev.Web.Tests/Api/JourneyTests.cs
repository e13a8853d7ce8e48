using System.Text.Json.Nodes;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>The main job once through the API: fill, submit, approve, return, correct, approve, rate.</summary>
public sealed class JourneyTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    private const string Period = NaimanReport.Period;
    private const string Values = NaimanReport.Values;
    private const string Report = NaimanReport.Report;

    [Fact]
    public async Task Report_FromFirstFigureToApproval_GetsTheLightsOfTheRules()
    {
        await portal.OpenAsync(Period, "2024-10-15");
        (await portal.Bureau.PutAsync($"/api/v1/targets/{ApiPortal.Naiman}/20/2024", new { value = 6, document = "奈政发〔2024〕1号", effectiveFrom = "2024-01-01" })).RequireOk();

        await FillAsync();
        var check = (await portal.Clerk.PostAsync($"{Report}/check")).RequireOk();
        Assert.True((bool)check.Json["ready"]!, check.Text);
        await StepAsync(portal.Clerk, "submit", null, "CountyReview", 21);
        await ApproveAsync(portal.CountyReviewer, null, "CityReview", 21);
        await RequireLightsAsync("submitted", provisional: true);

        await StepAsync(portal.Bureau, "return", """{"indicators":[2],"reason":"分母与台账不符"}""", "Returned", 1);
        var returned = await EntryAsync(2);
        Assert.Equal("分母与台账不符", (string)returned["returnReason"]!);
        (await portal.Clerk.PutAsync($"{Values}/2", NaimanReport.Ratio(252, 1000, (int)returned["version"]!))).RequireOk();
        await StepAsync(portal.Clerk, "submit", """{"indicators":[2]}""", "CountyReview", 1);
        await ApproveAsync(portal.CountyReviewer, [2], "CityReview", 1);
        await ApproveAsync(portal.Department, [2], "Accepted", 1);
        await ApproveAsync(portal.Bureau, null, "Accepted", 21);

        await RequireLightsAsync("approved", provisional: false, corrected: true);
        await RequireHistoryAsync();
    }

    private async Task FillAsync()
    {
        foreach (var row in NaimanReport.Rows)
        {
            var saved = (await portal.Clerk.PutAsync($"{Values}/{row.Indicator}", row.Body)).RequireOk();

            // These hold a number that was given before them.
            Assert.Equal(row.Indicator is 3 or 4 or 7 ? 2 : 1, (int)saved.Json["version"]!);
            Assert.Equal("Draft", (string)saved.Json["status"]!);
            Assert.Equal(row.State, (string)saved.Json["rating"]!["state"]!);
        }
    }

    private static async Task StepAsync(ApiClient who, string action, object? body, string status, int count)
    {
        var answer = (await who.PostAsync($"{Report}/{action}", body)).RequireOk();
        var stepped = answer.Json["indicators"]!.AsArray();
        Assert.Equal(count, stepped.Count);
        Assert.All(stepped, value => Assert.Equal(status, (string)value!["status"]!));
    }

    /// <summary>Reads, then approves what was read.</summary>
    private static async Task ApproveAsync(ApiClient who, int[]? indicators, string status, int count) =>
        await StepAsync(who, "approve", new { indicators, reason = "牵头部门来函委托。", versions = await NaimanReport.VersionsAsync(who) }, status, count);

    private async Task RequireLightsAsync(string basis, bool provisional, bool corrected = false)
    {
        var ratings = (await portal.Leader.GetAsync($"/api/v1/ratings?period={Period}&basis={basis}")).RequireOk().Json.AsArray();
        Assert.Equal(210, ratings.Count);
        foreach (var (indicator, _, state, value) in NaimanReport.Rows)
        {
            var rating = ratings.Single(r => (string)r!["region"]! == ApiPortal.Naiman && (int)r["indicator"]! == indicator)!;
            var isCorrected = corrected && indicator == 2;
            Assert.Equal((indicator, isCorrected ? "Green" : state), (indicator, (string)rating["state"]!));
            Assert.Equal(isCorrected ? 25.2m : value, (decimal?)rating["value"]);
            Assert.Equal(provisional, (bool)rating["provisional"]!);
            Assert.NotEmpty((string)rating["explanation"]!);
        }

        var city = ratings.Where(r => (string)r!["region"]! == ApiPortal.City).ToList();
        Assert.All(city, rating => Assert.Equal("Incomplete", (string)rating!["state"]!));
        Assert.Equal((1, 9), ((int)city[1]!["reported"]!, (int)city[1]!["counting"]!));
    }

    private async Task RequireHistoryAsync()
    {
        var history = (await portal.Leader.GetAsync($"{Values}/2/history")).RequireOk().Json.AsArray();
        Assert.Equal(
            ["Approve", "Approve", "Submit", "Save", "Return", "Approve", "Submit", "Save"],
            history.Select(revision => (string)revision!["action"]!));
        Assert.All(history, revision => Assert.Equal("Program", (string)revision!["way"]!));
        var back = history[4]!;
        Assert.Equal("分母与台账不符", (string)back["reason"]!);
        Assert.Contains("市住建局", (string)back["by"]!, StringComparison.Ordinal);
        Assert.Equal(218m, (decimal)history[7]!["inputs"]!["numerator"]!);
        Assert.Equal(252m, (decimal)history[0]!["inputs"]!["numerator"]!);
    }

    private async Task<JsonNode> EntryAsync(int indicator)
    {
        var values = (await portal.Clerk.GetAsync($"/api/v1/values?period={Period}&region={ApiPortal.Naiman}")).RequireOk();
        Assert.Equal(21, values.Json["entries"]!.AsArray().Count);
        return NaimanReport.Entry(values, indicator);
    }
}
