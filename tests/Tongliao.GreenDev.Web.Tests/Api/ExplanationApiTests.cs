using System.Text.Json.Nodes;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>How a program answers warnings.</summary>
public sealed class ExplanationApiTests(ApiPortal portal) : IClassFixture<ApiPortal>, IAsyncLifetime
{
    private const string Before = "2025Q1";
    private const string Period = "2025Q2";
    private const string Value = $"/api/v1/values/{ApiPortal.Naiman}/{Period}";

    public async ValueTask InitializeAsync()
    {
        await portal.OpenAsync(Before, "2025-04-15");
        await portal.OpenAsync(Period, "2025-07-15");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Save_DenominatorChangedUnderAnOldExplanation_IsAskedAgain()
    {
        await SaveBeforeAsync(2, 200, 241);
        var asked = await SaveAsync(2, 200, 483, 0);
        Assert.Equal(("leap", "inputs.denominator", true), Said(asked));

        var explained = await SaveAsync(2, 200, 483, 1, explanations: [new { finding = (string)asked["key"]!, text = "并入两个苏木。" }]);
        Assert.Equal("并入两个苏木。", (string)explained["explanation"]!);
        Assert.Equal("并入两个苏木。", (string)(await EntryAsync(2))["explanations"]![0]!["text"]!);

        var again = await SaveAsync(2, 200, 500, 2, explanations: [new { finding = (string)asked["key"]!, text = "并入两个苏木。" }]);
        Assert.Equal(("leap", "inputs.denominator", true), Said(again));
        Assert.Empty((await EntryAsync(2))["explanations"]!.AsArray());
        var refused = await portal.Clerk.PostAsync($"/api/v1/reports/{ApiPortal.Naiman}/{Period}/submit", """{"indicators":[2]}""");
        refused.RequireProblem(422, "not_submittable");
        Assert.NotEmpty(refused.ErrorsAt("indicators[2].inputs.denominator"));

        var history = (await portal.Clerk.GetAsync($"{Value}/2/history")).RequireOk().Json.AsArray();
        Assert.Equal([0, 1, 0], history.Select(revision => revision!["explanations"]!.AsArray().Count));
    }

    [Fact]
    public async Task Save_OldProgram_ItsNewNoteAnswersAndItsOldNoteDoesNot()
    {
        await SaveBeforeAsync(12, 100, 241);
        Assert.Equal("并入两个苏木。", (string)(await SaveAsync(12, 200, 500, 0, note: "并入两个苏木。"))["explanation"]!);
        Assert.True((bool)(await SaveAsync(12, 200, 501, 1, note: "并入两个苏木。"))["blocksSubmission"]!);
        Assert.False((bool)(await SaveAsync(12, 200, 501, 2, note: "并入三个苏木。"))["blocksSubmission"]!);
    }

    [Theory]
    [InlineData(6, 20.24, 21.62, 202400, 216200, "unit_slip", "“平方米”")]
    [InlineData(5, 34.61, 35.12, 348200, 353200, "unit_slip", "“人”")]
    [InlineData(1, 6.78, 20.4, 0.33, 1, "leap", "比例")]
    public async Task Save_InAnotherUnit_IsAskedAtBothFields(
        int indicator, double numeratorBefore, double denominatorBefore, double numerator, double denominator, string code, string hint)
    {
        await SaveBeforeAsync(indicator, (decimal)numeratorBefore, (decimal)denominatorBefore);
        var saved = (await portal.Clerk.PutAsync($"{Value}/{indicator}", NaimanReport.Ratio((decimal)numerator, (decimal)denominator))).RequireOk();

        var issues = saved.Json["issues"]!.AsArray();
        Assert.Equal(["inputs.numerator", "inputs.denominator"], issues.Select(issue => (string)issue!["field"]!));
        Assert.All(issues, issue =>
        {
            Assert.Equal((code, true), ((string)issue!["code"]!, (bool)issue["blocksSubmission"]!));
            Assert.Contains(hint, (string)issue["message"]!, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("""[{"text":"无"}]""", "explanations[0].finding")]
    [InlineData("""[{"finding":"x"}]""", "explanations[0].text")]
    [InlineData("""[null]""", "explanations[0].finding")]
    [InlineData("""[{"finding":"x","text":"x","code":1}]""", "explanations[0].code")]
    [InlineData("\"x\"", "explanations")]
    public async Task Save_WrongExplanations_AreRefusedAtTheirField(string explanations, string field)
    {
        var answer = await portal.Clerk.PutAsync($"{Value}/9", $$"""{"inputs":{},"version":0,"explanations":{{explanations}}}""");

        answer.RequireProblem(422);
        Assert.NotEmpty(answer.ErrorsAt(field));
    }

    private static (string Code, string Field, bool Blocks) Said(JsonNode issue) =>
        ((string)issue["code"]!, (string)issue["field"]!, (bool)issue["blocksSubmission"]!);

    private async Task SaveBeforeAsync(int indicator, decimal numerator, decimal denominator) =>
        (await portal.Clerk.PutAsync($"/api/v1/values/{ApiPortal.Naiman}/{Before}/{indicator}", NaimanReport.Ratio(numerator, denominator))).RequireOk();

    /// <summary>Saves and answers with the one issue.</summary>
    private async Task<JsonNode> SaveAsync(
        int indicator, int numerator, int denominator, int version, object[]? explanations = null, string? note = null)
    {
        var body = new { inputs = new { numerator, denominator }, version, note, explanations };
        return Assert.Single((await portal.Clerk.PutAsync($"{Value}/{indicator}", body)).RequireOk().Json["issues"]!.AsArray())!;
    }

    private async Task<JsonNode> EntryAsync(int indicator) => NaimanReport.Entry(
        (await portal.Clerk.GetAsync($"/api/v1/values?period={Period}&region={ApiPortal.Naiman}")).RequireOk(), indicator);
}
