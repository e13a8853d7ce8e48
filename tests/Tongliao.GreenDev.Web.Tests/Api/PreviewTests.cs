namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>The worked cases of the rules, asked of the API, and what a preview refuses.</summary>
public sealed class PreviewTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    private const string Address = "/api/v1/ratings/preview";
    private const string Horqin = "150502";

    [Theory]
    [InlineData(7, "2024Q1", """ "inputs":{"numerator":9900,"denominator":10000} """, "99", "99.00", "99", 0, "Amber")] // strict
    [InlineData(7, "2024Q1", """ "inputs":{"numerator":99001,"denominator":100000} """, "99.001", "99.00", "99", 0, "Green")]
    [InlineData(18, "2025Q2", """ "inputs":{"numerator":2996,"denominator":10000} """, "29.96", "30.0", "30", 0.04, "Amber")]
    [InlineData(8, "2025Q4", """ "inputs":{"supplied":1000,"billed":890,"correction":1.5} """, "9.5", "9.50", "9", 0.5, "Amber")]
    [InlineData(8, "2025Q4", """ "inputs":{"supplied":1000,"billed":880,"correction":1.5} """, "10.5", "10.50", "9", 1.5, "Red")]
    [InlineData(4, "2025Q2", """ "inputs":{"numerator":815,"denominator":100} """, "8.15", "8.15", "8.15", 0, "Green")]
    [InlineData(3, "2024Q1", """ "inputs":{"numerator":58,"denominator":100} """, "58", "58.0", "58", 0, "Green")] // a double gives 57.99…
    [InlineData(12, "2025Q4", """ "inputs":{"numerator":25,"denominator":30},"history":[{"period":"2024Q4","inputs":{"numerator":11,"denominator":15}}] """, "10", "10.0", "10", 0, "Green")]
    [InlineData(20, "2024Q1", """ "inputs":{"amount":0.1},"regionTarget":{"2024":6} """, "0.1", "0.10", "0.3", 0.2, "Red")]
    [InlineData(20, "2024Q1", """ "inputs":{"amount":0.2},"regionTarget":{"2024":6} """, "0.2", "0.20", "0.3", 0.1, "Amber")]
    [InlineData(12, "2025Q4", """ "inputs":{"numerator":40,"denominator":100},"history":[{"period":"2024Q4","inputs":{"numerator":30,"denominator":100}}] """, "10", "10.0", "10", 0, "Green")]
    [InlineData(14, "2025Q2", """ "inputs":{"numerator":30,"denominator":40} """, "75", "75.0", "75", 0, "Green")]
    public async Task Rate_WorkedCaseWithLight_EqualsTheRules(
        int indicator, string period, string given, string value, string displayed, string expected, double shortfall, string state)
    {
        var answer = (await portal.Leader.PostAsync(Address, $$"""{"indicator":{{indicator}},"region":"{{Horqin}}","period":"{{period}}",{{given}}}""")).RequireOk();

        Assert.Equal(state, (string)answer.Json["state"]!);
        Assert.Equal(displayed, (string)answer.Json["displayed"]!);
        Assert.Equal((decimal)shortfall, (decimal)answer.Json["shortfall"]!);
        Assert.Contains($"\"value\":{value},", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"\"expected\":{expected},", answer.Text, StringComparison.Ordinal);
        Assert.False((bool)answer.Json["provisional"]!);
    }

    [Theory]
    [InlineData(12, Horqin, "2025Q3", """ "inputs":{"numerator":37,"denominator":100},"history":[{"period":"2024Q4","inputs":{"numerator":30,"denominator":100}}] """, "7", "NotDue")]
    [InlineData(12, Horqin, "2025Q4", """ "inputs":{"numerator":37,"denominator":100} """, "null", "MissingBaseline")]
    [InlineData(19, Horqin, "2024Q1", """ "inputs":{"numerator":0,"denominator":0} """, "null", "NotApplicable")]
    [InlineData(15, Horqin, "2024Q3", """ "inputs":{"amount":0.6} """, "0.6", "NoTarget")]
    [InlineData(1, ApiPortal.Naiman, "2024Q4", """ "inputs":{"numerator":30,"denominator":100} """, "30", "Reference")]
    [InlineData(2, Horqin, "2024Q4", """ "inputs":null """, "null", "NotReported")]
    [InlineData(2, Horqin, "2024Q4", """ "history":null """, "null", "NotReported")]
    [InlineData(2, Horqin, "2024Q4", """ "inputs":null,"notApplicableReason":"没有嘎查村" """, "null", "NotApplicable")]
    public async Task Rate_WorkedCaseWithoutLight_EqualsTheRules(
        int indicator, string region, string period, string given, string value, string state)
    {
        var answer = (await portal.Leader.PostAsync(Address, $$"""{"indicator":{{indicator}},"region":"{{region}}","period":"{{period}}",{{given}}}""")).RequireOk();

        Assert.Equal(state, (string)answer.Json["state"]!);
        Assert.Contains($"\"value\":{value},", answer.Text, StringComparison.Ordinal);
        foreach (var absent in new[] { "expected", "shortfall", "tolerance" })
        {
            Assert.Null(answer.Json[absent]);
        }
    }

    [Theory]
    [InlineData("无")]
    [InlineData("/")]
    [InlineData("\u2800无")]
    public async Task Rate_ReasonSayingNothing_IsRefusedAtItsField(string reason)
    {
        var answer = await portal.Leader.PostAsync(Address, new { indicator = 2, region = Horqin, period = "2024Q4", notApplicableReason = reason });

        answer.RequireProblem(422);
        Assert.Contains("至少写4个字", answer.ErrorsAt("notApplicableReason")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_CityWindow_AddsBaselineEarlierYearAndThisOne()
    {
        // 2023: 20, 2024: 20, 2025 to date: 20, all in one region; the others have nothing of it.
        var regions = new[] { Horqin, "150521", "150522", "150523", "150524", "150525", "150526", "150581", "150571" }.Select(region =>
        {
            var inputs = new { amount = region == Horqin ? 20 : 0 };
            return new { region, inputs, history = (object[])[new { period = "2024Q4", inputs }], baseline2023 = new { inputs } };
        });
        var answer = (await portal.Leader.PostAsync(Address, new { indicator = 16, region = ApiPortal.City, period = "2025Q4", regions })).RequireOk().Json;

        Assert.Equal(("Green", 60m, 60m), ((string)answer["state"]!, (decimal)answer["value"]!, (decimal)answer["expected"]!));
        Assert.Equal((9, 9), ((int)answer["reported"]!, (int)answer["counting"]!));
    }

    [Fact]
    public async Task Rate_CityOfTwo_IsIncompleteWithItsPart()
    {
        var answer = (await portal.Leader.PostAsync(
            Address,
            """{"indicator":2,"region":"150500","period":"2024Q4","regions":[{"region":"150525","inputs":{"numerator":1,"denominator":3}},{"region":"150523","inputs":null}]}"""))
            .RequireOk();

        Assert.Equal("Incomplete", (string)answer.Json["state"]!);
        Assert.Equal((1, 9), ((int)answer.Json["reported"]!, (int)answer.Json["counting"]!));
        Assert.Contains("\"value\":33.3333333333,", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_OwnTarget_IsTheTargetSaid()
    {
        var own = (await portal.Leader.PostAsync(Address, """{"indicator":20,"region":"150525","period":"2024Q1","inputs":{"amount":1},"regionTarget":{"2024":6}}""")).RequireOk().Json;
        var none = (await portal.Leader.PostAsync(Address, """{"indicator":20,"region":"150525","period":"2024Q1","inputs":{"amount":1}}""")).RequireOk().Json;

        Assert.Equal((6m, ">=", "万平方米"), ((decimal)own["target"]!, (string)own["operator"]!, (string)own["unit"]!));
        Assert.Null(none["target"]);
        Assert.Equal("NoTarget", (string)none["state"]!);
    }

    [Theory]
    [InlineData("""{}""", "indicator")]
    [InlineData("""{"indicator":22,"region":"150525","period":"2024Q1"}""", "indicator")]
    [InlineData("""{"indicator":"二","region":"150525","period":"2024Q1"}""", "indicator")]
    [InlineData("""{"indicator":2,"region":"150599","period":"2024Q1"}""", "region")]
    [InlineData("""{"indicator":2,"period":"2024Q1"}""", "region")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2026Q1"}""", "period")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q1","inputs":{"numerator":"x"}}""", "inputs.numerator")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q1","inputs":{"numerator":2,"denominator":1}}""", "inputs.numerator")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q1","inputs":{"numerator":0,"denominator":0}}""", "inputs.denominator")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q1","history":[{"inputs":{}}]}""", "history[0].period")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q1","history":[{"period":"2023","inputs":{}}]}""", "history[0].period")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q2","history":[{"period":"2024Q1","inputs":{"numerator":true}}]}""", "history[0].inputs.numerator")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q2","history":[{"period":"2024Q1"},{"period":"2024Q1"}]}""", "history")]
    [InlineData("""{"indicator":16,"region":"150525","period":"2025Q1","baseline2023":{"inputs":{"amount":-1}}}""", "baseline2023.inputs.amount")]
    [InlineData("""{"indicator":16,"region":"150525","period":"2025Q1","baseline2023":{"amount":1}}""", "baseline2023.amount")]
    [InlineData("""{"indicator":20,"region":"150525","period":"2024Q1","regionTarget":{"2026":6}}""", "regionTarget.2026")]
    [InlineData("""{"indicator":20,"region":"150525","period":"2024Q1","regionTarget":{"2024":"六"}}""", "regionTarget.2024")]
    [InlineData("""{"indicator":20,"region":"150525","period":"2024Q1","regionTarget":{"2024":-6}}""", "regionTarget.2024")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q1","regions":[]}""", "regions")]
    [InlineData("""{"indicator":2,"region":"150500","period":"2024Q1","inputs":{}}""", "inputs")]
    [InlineData("""{"indicator":2,"region":"150500","period":"2024Q1","regions":[{"region":"150500"}]}""", "regions[0].region")]
    [InlineData("""{"indicator":2,"region":"150500","period":"2024Q1","regions":[{"region":"150525"},{"region":"150525"}]}""", "regions")]
    [InlineData("""{"indicator":2,"region":"150500","period":"2024Q1","regions":[{"region":"150525","inputs":{"numerator":5,"denominator":1}}]}""", "regions[0].inputs.numerator")]
    [InlineData("""{"indicator":12,"region":"150525","period":"2024Q1","inputs":{"numerator":11.5,"denominator":35}}""", "inputs.numerator")]
    [InlineData("""{"indicator":12,"region":"150525","period":"2024Q2","history":[{"period":"2024Q1","inputs":{"denominator":35.5}}]}""", "history[2024Q1].inputs.denominator")]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q1","unknown":1}""", "unknown")]
    public async Task Rate_WrongBody_IsRefusedAtItsField(string body, string field)
    {
        var answer = await portal.Leader.PostAsync(Address, body);

        answer.RequireProblem(422);
        Assert.NotEmpty(answer.ErrorsAt(field));
    }

    [Theory]
    [InlineData("""{"indicator":2,"region":"150525","period":"2024Q1","history":[null]}""")]
    [InlineData("""{"indicator":2,"region":"150500","period":"2024Q1","regions":[null]}""")]
    public async Task Rate_NullInAList_IsRefused(string body) => (await portal.Leader.PostAsync(Address, body)).RequireProblem(422);

    [Fact]
    public async Task Rate_DeeplyNested_IsRefused() =>
        (await portal.Leader.PostAsync(Address, """{"inputs":{"numerator":""" + new string('[', 500) + new string(']', 500) + "}}")).RequireProblem(400);
}
