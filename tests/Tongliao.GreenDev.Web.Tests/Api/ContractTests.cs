using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>The other rows of the contract, once each as they are meant to go.</summary>
public sealed class ContractTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    [Fact]
    public async Task Plan_HoldsTasksIndicatorsDepartmentsAndRegions()
    {
        var answer = (await portal.Clerk.GetAsync("/api/v1/plan")).RequireOk();
        var plan = answer.Json;

        Assert.Equal("通政办发〔2023〕63号", (string)plan["plan"]!["documentNumber"]!);
        Assert.Equal("2023-11-04", (string)plan["plan"]!["issuedOn"]!);
        Assert.Equal(24, plan["tasks"]!.AsArray().Count);
        Assert.All(plan["tasks"]!.AsArray(), task => Assert.NotEmpty(task!["departments"]!.AsArray()));
        Assert.Equal(36, plan["departments"]!.AsArray().Count);
        Assert.Equal(9, plan["regions"]!.AsArray().Count);
        Assert.Equal("150500", (string)plan["city"]!["code"]!);
        var indicators = plan["indicators"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, 21), indicators.Select(indicator => (int)indicator!["number"]!));
        Assert.Equal(">99%", (string)indicators[6]!["targets"]![0]!["text"]!);
        Assert.Equal((97.8m, ">="), ((decimal)indicators[4]!["targets"]![0]!["value"]!, (string)indicators[4]!["targets"]![0]!["operator"]!));
        Assert.Equal(["supplied", "billed", "correction"], indicators[7]!["inputs"]!.AsArray().Select(field => (string)field!["key"]!));
        Assert.Contains("\"value\":97.8,", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Periods_OfANewInstallation_AreEightClosedQuarters_AndTheBureauMovesThem()
    {
        var periods = (await portal.Leader.GetAsync("/api/v1/periods")).RequireOk().Json.AsArray();
        Assert.Equal(8, periods.Count);
        Assert.Equal(("2024Q1", "Closed"), ((string)periods[0]!["period"]!, (string)periods[0]!["state"]!));

        var opened = (await portal.Bureau.PostAsync("/api/v1/periods/2024Q1/open", """{"due":"2024-04-15"}""")).RequireOk().Json;
        Assert.Equal(("Open", "2024-04-15"), ((string)opened["state"]!, (string)opened["due"]!));
        Assert.NotNull(opened["openedAt"]);
        Assert.Equal("Closed", (string)(await portal.Bureau.PostAsync("/api/v1/periods/2024Q1/close")).RequireOk().Json["state"]!);
        Assert.Equal("Locked", (string)(await portal.Bureau.PostAsync("/api/v1/periods/2024Q1/lock")).RequireOk().Json["state"]!);
        (await portal.Bureau.PostAsync("/api/v1/periods/2024Q1/open", """{"due":"2024-04-15"}""")).RequireProblem(409, "period_locked");
        (await portal.Bureau.PostAsync("/api/v1/periods/2030Q1/close")).RequireProblem(404, "not_found");
    }

    [Fact]
    public async Task BaselinesAndTargets_AreSetAndListed_CountiesSeeTheirOwn()
    {
        (await portal.Bureau.PutAsync($"/api/v1/baselines/{ApiPortal.Naiman}/16", """{"inputs":{"amount":3.25}}""")).RequireOk();
        (await portal.Bureau.PutAsync($"/api/v1/baselines/{ApiPortal.Kailu}/16", """{"inputs":{"amount":4}}""")).RequireOk();
        (await portal.Bureau.PutAsync($"/api/v1/targets/{ApiPortal.Naiman}/20/2024", """{"value":6.5,"document":"奈政发〔2024〕1号","effectiveFrom":"2024-02-01"}""")).RequireOk();
        (await portal.Bureau.PutAsync($"/api/v1/targets/{ApiPortal.Kailu}/20/2024", """{"value":7,"document":"开政发〔2024〕1号","effectiveFrom":"2024-02-01"}""")).RequireOk();

        var own = (await portal.Clerk.GetAsync("/api/v1/baselines")).RequireOk().Json.AsArray();
        Assert.Equal(3.25m, (decimal)Assert.Single(own)!["inputs"]!["amount"]!);
        Assert.Equal(2, (await portal.Bureau.GetAsync("/api/v1/baselines")).RequireOk().Json.AsArray().Count);
        var target = Assert.Single((await portal.Clerk.GetAsync("/api/v1/targets")).RequireOk().Json.AsArray())!;
        Assert.Equal(
            (ApiPortal.Naiman, 20, 2024, 6.5m, "奈政发〔2024〕1号", "2024-02-01"),
            ((string)target["region"]!, (int)target["indicator"]!, (int)target["year"]!, (decimal)target["value"]!, (string)target["document"]!, (string)target["effectiveFrom"]!));
        Assert.Equal(2, (await portal.Bureau.GetAsync("/api/v1/targets")).RequireOk().Json.AsArray().Count);
    }

    [Fact]
    public async Task Tokens_AreShownOnceListedAndRevoked()
    {
        var created = (await portal.Leader.PostAsync("/api/v1/tokens", """{"name":"自治区平台","days":30}""")).RequireOk();
        Assert.Equal(201, (int)created.Status);
        var token = (string)created.Json["token"]!;
        var id = (string)created.Json["id"]!;

        var listed = (await portal.Leader.GetAsync("/api/v1/tokens")).RequireOk();
        Assert.Contains(listed.Json.AsArray(), row => (string)row!["id"]! == id && (string)row["name"]! == "自治区平台");
        Assert.DoesNotContain(token, listed.Text, StringComparison.Ordinal);
        (await portal.Clerk.DeleteAsync($"/api/v1/tokens/{id}")).RequireProblem(404, "not_found");
        Assert.Equal(204, (int)(await portal.Leader.DeleteAsync($"/api/v1/tokens/{id}")).Status);
        (await portal.Leader.DeleteAsync($"/api/v1/tokens/{id}")).RequireProblem(404, "not_found");
        (await portal.Leader.PostAsync("/api/v1/tokens", """{"days":0}""")).RequireProblem(422, "token_invalid");
        (await portal.Leader.PostAsync("/api/v1/tokens", """{"days":"三十"}""")).RequireProblem(422, "invalid_field");
    }

    [Fact]
    public async Task Tokens_MadeWithAToken_EndWithItAtTheLatest()
    {
        // The caller's own token is good for 30 days.
        var created = (await portal.Leader.PostAsync("/api/v1/tokens", """{"name":"长期","days":365}""")).RequireOk();

        Assert.Equal(portal.Time.GetUtcNow().AddDays(30), (DateTimeOffset)created.Json["expiresAt"]!);
    }

    [Fact]
    public async Task Users_AreMadeListedResetDisabledAndEnabled()
    {
        var created = (await portal.Admin.PostAsync("/api/v1/users", """{"name":"naiman.li","displayName":"李四","role":"countyReviewer","region":"150525"}""")).RequireOk();
        Assert.NotEmpty((string)created.Json["oneTimePassword"]!);

        var row = (await portal.Admin.GetAsync("/api/v1/users")).RequireOk().Json.AsArray().Single(user => (string)user!["name"]! == "naiman.li")!;
        Assert.Equal(("countyReviewer", "150525", false, true), ((string)row["role"]!, (string)row["region"]!, (bool)row["disabled"]!, (bool)row["mustChangePassword"]!));
        var reset = (await portal.Admin.PostAsync("/api/v1/users/naiman.li/reset-password")).RequireOk();
        Assert.NotEqual((string)created.Json["oneTimePassword"]!, (string)reset.Json["oneTimePassword"]!);
        Assert.True((bool)(await portal.Admin.PostAsync("/api/v1/users/naiman.li/disable")).RequireOk().Json["disabled"]!);
        (await portal.Admin.PostAsync("/api/v1/users/naiman.li/disable")).RequireProblem(409, "wrong_state");
        Assert.False((bool)(await portal.Admin.PostAsync("/api/v1/users/NAIMAN.LI/enable")).RequireOk().Json["disabled"]!);
    }

    [Theory]
    [InlineData("""{"name":"a.b","displayName":"甲","role":"king"}""", "role")]
    [InlineData("""{"name":"a.b","displayName":"甲"}""", "role")]
    [InlineData("""{"name":"甲","displayName":"甲","role":"leader"}""", "name")]
    [InlineData("{}", "role")]
    [InlineData("{}", "name")]
    [InlineData("""{"displayName":"甲","role":"leader"}""", "name")]
    [InlineData("""{"name":"a.b","displayName":"甲","role":"clerk"}""", "region")]
    [InlineData("""{"name":"a.b","displayName":"甲","role":"clerk","region":"150599"}""", "region")]
    [InlineData("""{"name":"a.b","displayName":"甲","role":"departmentReviewer","department":"nobody"}""", "department")]
    public async Task Users_Wrong_AreRefusedAtTheField(string body, string field)
    {
        var answer = await portal.Admin.PostAsync("/api/v1/users", body);

        answer.RequireProblem(422);
        Assert.NotEmpty(answer.ErrorsAt(field));
    }

    [Fact]
    public async Task Users_NameTwice_IsRefused()
    {
        (await portal.Admin.PostAsync("/api/v1/users", """{"name":"twice","displayName":"甲","role":"leader"}""")).RequireOk();

        var answer = await portal.Admin.PostAsync("/api/v1/users", """{"name":"TWICE","displayName":"乙","role":"leader"}""");

        Assert.True((int)answer.Status is 409 or 422, answer.Text);
    }

    [Fact]
    public async Task DisabledPerson_LosesTheToken()
    {
        var client = await portal.SignUpAsync(Domain.Organisation.UserRole.Leader);
        (await client.GetAsync("/api/v1/plan")).RequireOk();
        var name = (string)(await portal.Admin.GetAsync("/api/v1/users")).Json.AsArray().Last(user => (string)user!["role"]! == "leader")!["name"]!;

        (await portal.Admin.PostAsync($"/api/v1/users/{name}/disable")).RequireOk();

        (await client.GetAsync("/api/v1/plan")).RequireProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Progress_CountsStatuses()
    {
        await portal.OpenAsync("2024Q2", "2024-07-15");
        (await portal.Clerk.PutAsync($"/api/v1/values/{ApiPortal.Naiman}/2024Q2/6", NaimanReport.Ratio(30, 100))).RequireOk();

        var progress = (await portal.Bureau.GetAsync("/api/v1/progress?period=2024Q2")).RequireOk().Json;

        Assert.Equal(("Open", "2024-07-15", 189, 0), ((string)progress["state"]!, (string)progress["due"]!, (int)progress["total"]!, (int)progress["reachedCity"]!));
        var naiman = progress["regions"]!.AsArray().Single(region => (string)region!["region"]! == ApiPortal.Naiman)!;
        Assert.Equal((20, 1, true), ((int)naiman["counts"]!["Empty"]!, (int)naiman["counts"]!["Draft"]!, (bool)naiman["late"]!));
        Assert.Single((await portal.Clerk.GetAsync("/api/v1/progress?period=2024Q2")).RequireOk().Json["regions"]!.AsArray());
    }

    [Fact]
    public async Task Annex_IsAWorkbookWithAChineseName_AndRecorded()
    {
        var answer = (await portal.Leader.GetAsync("/exports/annex.xlsx?period=2024Q3")).RequireOk();

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.MediaType);
        Assert.Equal("attachment", answer.ContentHeaders.ContentDisposition!.DispositionType);
        Assert.Contains("2024年三季度.xlsx", answer.ContentHeaders.ContentDisposition.FileNameStar, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        using var zip = new ZipArchive(new MemoryStream(await portal.Leader.DownloadAsync("/exports/annex.xlsx?period=2024Q3")));
        Assert.Contains(zip.Entries, entry => entry.FullName == "xl/workbook.xml");
        var events = (await portal.Auditor.GetAsync("/api/v1/audit?limit=5")).RequireOk().Json.AsArray();
        Assert.Contains(events, entry => (string)entry!["kind"]! == "export" && (string)entry["subject"]! == "annex 2024Q3");
    }

    [Fact]
    public async Task Annex_OfACounty_HasNoOtherCounty()
    {
        static async Task<string> TextsAsync(ApiClient client)
        {
            using var zip = new ZipArchive(new MemoryStream(await client.DownloadAsync("/exports/annex.xlsx?period=2024Q3")));
            using var reader = new StreamReader(zip.GetEntry("xl/sharedStrings.xml")!.Open());
            return await reader.ReadToEndAsync();
        }

        var county = await TextsAsync(portal.Clerk);

        Assert.Contains("奈曼旗", county, StringComparison.Ordinal);
        Assert.DoesNotContain("开鲁县", county, StringComparison.Ordinal);
        Assert.Contains("开鲁县", await TextsAsync(portal.Leader), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_AreWrittenWithoutLossAndWithoutNoughts()
    {
        await portal.OpenAsync("2025Q1", "2025-04-15");
        (await portal.Clerk.PutAsync($"/api/v1/values/{ApiPortal.Naiman}/2025Q1/4", """{"inputs":{"numerator":123456789012.3456,"denominator":50000000000.1000},"version":0}""")).RequireOk();

        var text = (await portal.Clerk.GetAsync($"/api/v1/values?period=2025Q1&region={ApiPortal.Naiman}")).RequireOk().Text;

        Assert.Contains("\"numerator\":123456789012.3456,\"denominator\":50000000000.1,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadOnlyRole_SeesWhatCountiesReport()
    {
        var values = (await portal.Leader.GetAsync($"/api/v1/values?period=2025Q4&region={ApiPortal.Kailu}")).RequireOk().Json;

        Assert.Equal((ApiPortal.Kailu, "2025Q4", "Closed"), ((string)values["region"]!, (string)values["period"]!, (string)values["state"]!));
        Assert.All(values["entries"]!.AsArray(), entry => Assert.Equal(("Empty", 0), ((string)entry!["status"]!, (int)entry["version"]!)));
        JsonNode first = values["entries"]![0]!;
        Assert.Equal("NotReported", (string)first["rating"]!["state"]!);
    }
}
