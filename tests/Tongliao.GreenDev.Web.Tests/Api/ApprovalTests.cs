using System.Text.Json.Nodes;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>Nobody approves by the API what they have not read.</summary>
public sealed class ApprovalTests(ApiPortal portal) : IClassFixture<ApiPortal>, IAsyncLifetime
{
    private const string Approve = $"{NaimanReport.Report}/approve";

    public async ValueTask InitializeAsync()
    {
        await portal.OpenAsync(NaimanReport.Period, "2024-10-15");
        var versions = await NaimanReport.VersionsAsync(portal.Clerk);
        foreach (var (indicator, body, _, _) in NaimanReport.Rows.Where(row => row.Indicator is 3 or 5 && versions[$"{row.Indicator}"] == 0))
        {
            (await portal.Clerk.PutAsync($"{NaimanReport.Values}/{indicator}", body)).RequireOk();
            (await portal.Clerk.PostAsync($"{NaimanReport.Report}/submit", new { indicators = new[] { indicator } })).RequireOk();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("""{"indicators":[3,5]}""", new[] { 3, 5 })]
    [InlineData("""{"indicators":[3,5],"versions":null}""", new[] { 3, 5 })]
    [InlineData("""{"indicators":[3,5],"versions":{}}""", new[] { 3, 5 })]
    [InlineData("""{"indicators":[3,5],"versions":{"3":2}}""", new[] { 5 })]
    [InlineData("""{"indicators":[3],"versions":{"5":2}}""", new[] { 3 })]
    [InlineData("""{"indicators":null}""", new[] { 3, 5 })]
    [InlineData("{}", new[] { 3, 5 })]
    [InlineData(null, new[] { 3, 5 })]
    [InlineData("""{"versions":{"5":2}}""", new[] { 3 })]
    [InlineData("""{"indicators":[4]}""", new[] { 4 })] // not even submitted: still nothing that was read
    public async Task Approve_WithoutTheVersionOfAValue_NamesItAndApprovesNothing(string? body, int[] missing)
    {
        var before = await NaimanReport.VersionsAsync(portal.Clerk);

        var answer = await portal.CountyReviewer.PostAsync(Approve, body);

        var detail = (string)answer.RequireProblem(422, "versions_required")["detail"]!;
        Assert.Contains($"缺第{string.Join('、', missing)}项", detail, StringComparison.Ordinal);
        Assert.Equal(missing.Select(number => $"请写明第{number}项读到的版本，例如{{\"{number}\":2}}。"), answer.ErrorsAt("versions"));
        Assert.Equal(before, await NaimanReport.VersionsAsync(portal.Clerk));
    }

    [Fact]
    public async Task Approve_WithoutVersionsWhereNothingWaits_StillAsksForThem()
    {
        var answer = await portal.Bureau.PostAsync(Approve, "{}");

        answer.RequireProblem(422, "versions_required");
        Assert.NotEmpty(answer.ErrorsAt("versions"));
    }

    [Fact]
    public async Task Approve_StaleVersion_IsToldWhatStandsThere()
    {
        var answer = await portal.CountyReviewer.PostAsync(Approve, """{"indicators":[3,5],"versions":{"3":2,"5":1}}""");

        var current = Assert.Single(answer.RequireProblem(409, "stale_version")["current"]!.AsArray())!;
        Assert.Equal((5, 2), ((int)current["indicator"]!, (int)current["version"]!));
    }

    [Fact]
    public async Task Description_SaysThatAnApprovalNeedsVersions()
    {
        var document = (await portal.Anonymous.GetAsync("/openapi/v1.json")).RequireOk().Json;

        Assert.Equal(["versions"], Required(document, "approve"));
        Assert.Empty(Required(document, "return"));
    }

    private static IEnumerable<string> Required(JsonNode document, string action)
    {
        var body = document["paths"]![$"/api/v1/reports/{{region}}/{{period}}/{action}"]!["post"]!["requestBody"]!;
        var name = ((string)body.ToJsonString().Split("schemas/")[1]).Split('"')[0];
        return document["components"]!["schemas"]![name]!["required"]?.AsArray().Select(field => (string)field!) ?? [];
    }
}
