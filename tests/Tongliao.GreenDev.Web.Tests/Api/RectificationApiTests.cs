using System.Text.Json.Nodes;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>整改事项 as programs read and arrange them.</summary>
public sealed class RectificationApiTests(ApiPortal portal) : IClassFixture<ApiPortal>, IAsyncLifetime
{
    private const int Treated = 10;
    private const string List = "/api/v1/rectifications";
    private const string One = $"{List}/{ApiPortal.Naiman}/{NaimanReport.Period}/10";

    public async ValueTask InitializeAsync()
    {
        await portal.OpenAsync(NaimanReport.Period, "2024-10-15");
        if ((await NaimanReport.VersionsAsync(portal.Clerk))["10"] == 0)
        {
            (await portal.Clerk.PutAsync($"{NaimanReport.Values}/10", NaimanReport.Rows.Single(row => row.Indicator == Treated).Body)).RequireOk();
            (await portal.Clerk.PostAsync($"{NaimanReport.Report}/submit", new { indicators = new[] { Treated } })).RequireOk();
            foreach (var reviewer in new[] { portal.CountyReviewer, portal.Bureau })
            {
                var version = (await NaimanReport.VersionsAsync(reviewer))["10"];
                (await reviewer.PostAsync(
                    $"{NaimanReport.Report}/approve",
                    new { indicators = new[] { Treated }, versions = new Dictionary<string, int> { ["10"] = version } })).RequireOk();
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Arrange_ApprovedRedValue_IsListedWithItsVersionsForWhoMayReadIt()
    {
        var before = Assert.Single((await portal.Clerk.GetAsync(List)).RequireOk().Json.AsArray())!;
        var version = before["arrangements"]!.AsArray().Count;

        var made = (await portal.Clerk.PutAsync(One, Arrangement("2099-12-31", version))).RequireOk().Json;

        Assert.Equal((version + 1, "2099-12-31"), ((int)made["version"]!, (string?)made["dueOn"]));
        var listed = Assert.Single((await portal.Leader.GetAsync(List)).RequireOk().Json.AsArray())!;
        Assert.Equal(
            (ApiPortal.Naiman, Treated, NaimanReport.Period, null, "UnderWay", "2099-12-31", "Red"),
            ((string?)listed["region"], (int)listed["indicator"]!, (string?)listed["opened"], (string?)listed["closed"], (string?)listed["state"],
                (string?)listed["dueOn"], (string?)listed["latest"]!["state"]));
        Assert.True(JsonNode.DeepEquals(made, listed["arrangements"]![0]));
        Assert.Empty((await portal.ForeignClerk.GetAsync(List)).RequireOk().Json.AsArray());
    }

    [Fact]
    public async Task Arrange_StaleVersionOrSomethingMissing_IsRefusedWithWhatToDo()
    {
        var refused = (await portal.Bureau.PutAsync(One, new { measures = "，", owner = "旗住建局 张某", dueOn = "2099-12-31" })).RequireProblem(422, "rectification_invalid");
        Assert.Equal(["measures"], refused["errors"]!.AsObject().Select(error => error.Key));

        var stale = (await portal.Bureau.PutAsync(One, Arrangement("2099-12-31", version: 99))).RequireProblem(409, "stale_version");
        Assert.NotNull(stale["current"]);
        (await portal.ForeignClerk.PutAsync(One, Arrangement("2099-12-31", version: null))).RequireProblem(404, "not_found");
    }

    private static object Arrangement(string due, int? version) => new { measures = "完成3个小区管网改造", owner = "旗住建局 张某", dueOn = due, version };
}
