using System.Text;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>What is wrong gets a Chinese problem that says where and what to do; nothing is stored and nothing falls over.</summary>
public sealed class BadInputTests(ApiPortal portal) : IClassFixture<ApiPortal>, IAsyncLifetime
{
    private const string Period = "2024Q3";
    private const string Values = $"/api/v1/values/{ApiPortal.Naiman}/{Period}";

    public async ValueTask InitializeAsync() => await portal.OpenAsync(Period, "2024-10-15");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(2, """{"inputs":{"numerator":"abc","denominator":10},"version":0}""", "inputs.numerator", "不是数字")]
    [InlineData(2, """{"inputs":{"numerator":true,"denominator":10},"version":0}""", "inputs.numerator", "请填数字")]
    [InlineData(2, """{"inputs":{"numerator":[1],"denominator":10},"version":0}""", "inputs.numerator", "请填数字")]
    [InlineData(2, """{"inputs":{"numerator":{"a":{}},"denominator":10},"version":0}""", "inputs.numerator", "请填数字")]
    [InlineData(2, """{"inputs":{"numerator":-1,"denominator":10},"version":0}""", "inputs.numerator", "负")]
    [InlineData(2, """{"inputs":{"numerator":11,"denominator":10},"version":0}""", "inputs.numerator", "不能大于")]
    [InlineData(2, """{"inputs":{"numerator":0,"denominator":0},"version":0}""", "inputs.denominator", "不能为0")]
    [InlineData(2, """{"inputs":{"numerator":1,"denominator":1234567890123},"version":0}""", "inputs.denominator", "12位")]
    [InlineData(9, """{"inputs":{"numerator":1.23456,"denominator":10},"version":0}""", "inputs.numerator", "4位")]
    [InlineData(12, """{"inputs":{"numerator":11.5,"denominator":35},"version":0}""", "inputs.numerator", "整数（单位：个）")]
    [InlineData(2, """{"inputs":{"numerator":62,"denominator":248.5},"version":0}""", "inputs.denominator", "整数（单位：个）")]
    [InlineData(2, """{"inputs":{"numerator":1e-30,"denominator":10},"version":0}""", "inputs.numerator", "过长")]
    [InlineData(2, """{"inputs":{"numerator":1e400,"denominator":10},"version":0}""", "inputs.numerator", "过长")]
    [InlineData(2, """{"inputs":{"numerator":1e99999999999,"denominator":10},"version":0}""", "inputs.numerator", "过长")]
    [InlineData(2, """{"inputs":{"numerator":1.00000000000000000000000000000000001,"denominator":10},"version":0}""", "inputs.numerator", "过长")]
    [InlineData(2, """{"inputs":{"numerator":"123456789012345678901234567890","denominator":10},"version":0}""", "inputs.numerator", "太长")]
    [InlineData(2, """{"inputs":{"amount":1},"version":0}""", "inputs.amount", "不填此项")]
    [InlineData(8, """{"inputs":{"supplied":100,"billed":101},"version":0}""", "inputs.billed", "不能大于")]
    [InlineData(8, """{"inputs":{"correction":10.5},"version":0}""", "inputs.correction", "10")]
    [InlineData(15, """{"inputs":{"amount":101},"version":0}""", "inputs.amount", "100")]
    [InlineData(2, """{"inputs":{"numerator":1,"denominator":10},"notApplicableReason":"没有","version":0}""", "notApplicableReason", "不填数值")]
    [InlineData(2, """{"notApplicableReason":"无","version":0}""", "notApplicableReason", "至少写4个字")]
    [InlineData(2, """{"notApplicableReason":"/","version":0}""", "notApplicableReason", "至少写4个字")]
    [InlineData(2, """{"inputs":{"numerator":"12 个","denominator":10},"version":0}""", "inputs.numerator", "不带单位")]
    [InlineData(2, """{"inputs":{"numerator":"1,04","denominator":10},"version":0}""", "inputs.numerator", "例如1,234.5")]
    [InlineData(2, """{"inputs":{"numerator":1,"denominator":10}}""", "version", "版本号")]
    [InlineData(2, """{"inputs":{},"version":"0"}""", "version", "整数")]
    [InlineData(2, """{"inputs":{},"version":0.5}""", "version", "整数")]
    [InlineData(2, """{"inputs":{},"version":99999999999}""", "version", "整数")]
    [InlineData(2, """{"inputs":{},"version":0,"operationId":"x"}""", "operationId", "UUID")]
    [InlineData(2, """{"inputs":{},"version":0,"notes":"x"}""", "notes", "没有这个字段")]
    [InlineData(2, """{"inputs":{"nominator":1},"version":0}""", "inputs.nominator", "没有这个字段")]
    [InlineData(2, """{"inputs":{},"version":0,"version":1}""", "version", "整数")]
    [InlineData(2, """{"inputs":{},"version":0,"note":5}""", "note", "文字")]
    [InlineData(2, """{"inputs":{},"version":0,"note":"a\u0000b"}""", "note", "控制字符")]
    [InlineData(2, """{"inputs":"x","version":0}""", "inputs", "numerator")]
    [InlineData(2, """{"note":"补充说明","version":0}""", "inputs", "请填写inputs；不填数值请用{}")]
    [InlineData(2, """{"inputs":null,"version":0}""", "inputs", "请填写inputs")]
    [InlineData(2, """{"notApplicableReason":"\u200b","version":0}""", "inputs", "请填写inputs")]
    [InlineData(2, """[1]""", "body", "接口文档")]
    public async Task Save_WrongBody_IsRefusedAtItsField(int indicator, string body, string field, string hint)
    {
        var answer = await portal.Clerk.SendTextAsync(HttpMethod.Put, $"{Values}/{indicator}", body);

        answer.RequireProblem(422);
        Assert.Contains(hint, string.Join('\n', answer.ErrorsAt(field)), StringComparison.Ordinal);
        await RequireNothingStoredAsync(indicator);
    }

    [Fact]
    public async Task Save_SeveralFaults_AreToldAtOnce()
    {
        var answer = await portal.Clerk.PutAsync($"{Values}/2", """{"inputs":{"numerator":"甲","denominator":"乙"}}""");

        answer.RequireProblem(422, "invalid_value");
        Assert.NotEmpty(answer.ErrorsAt("inputs.numerator"));
        Assert.NotEmpty(answer.ErrorsAt("inputs.denominator"));
        Assert.NotEmpty(answer.ErrorsAt("version"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"version\":0,}")]
    [InlineData("不是JSON")]
    [InlineData("{\"note\":\"\uFFFF")]
    [InlineData("")]
    [InlineData("null")]
    public async Task Save_NoJson_Is400InChinese(string body) =>
        (await portal.Clerk.SendTextAsync(HttpMethod.Put, $"{Values}/2", body)).RequireProblem(400);

    [Fact]
    public async Task Save_BrokenUtf8_IsNoFaultOfTheServer()
    {
        using var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes("{\"version\":0,\"note\":\""), 0xC3, 0x28, 0xFF, .. Encoding.UTF8.GetBytes("\"}")]);
        content.Headers.ContentType = new("application/json");

        var answer = await portal.Clerk.SendAsync(HttpMethod.Put, $"{Values}/2", content);

        answer.RequireProblem((int)answer.Status is 400 or 422 ? (int)answer.Status : 422);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Save_WrongContentType_Is415InChinese(string contentType) =>
        (await portal.Clerk.SendTextAsync(HttpMethod.Put, $"{Values}/2", "{}", contentType)).RequireProblem(415, "unsupported_media_type");

    [Theory]
    [InlineData("gbk")]
    [InlineData("gb2312")]
    [InlineData("gb18030")]
    [InlineData("big5")]
    [InlineData("utf-7")]
    [InlineData("foo")]
    public async Task Save_UnknownCharset_Is415NamingUtf8(string charset)
    {
        var answer = await portal.Clerk.SendTextAsync(HttpMethod.Put, $"{Values}/2", "{}", $"application/json; charset={charset}");

        Assert.Contains("UTF-8", (string?)answer.RequireProblem(415, "unsupported_media_type")["detail"], StringComparison.Ordinal);
        await RequireNothingStoredAsync(2);
    }

    [Fact]
    public async Task Save_HugeBody_Is413InChinese()
    {
        var body = "{\"version\":0,\"note\":\"" + new string('长', 200_000) + "\"}";

        var problem = (await portal.Clerk.SendTextAsync(HttpMethod.Put, $"{Values}/2", body)).RequireProblem(413, "too_large");

        Assert.Equal("请求内容过大", (string?)problem["title"]);
    }

    [Fact]
    public async Task Save_LongNote_IsRefusedAtTheNote()
    {
        var answer = await portal.Clerk.PutAsync($"{Values}/2", new { inputs = new { }, note = new string('长', 1001), version = 0 });

        answer.RequireProblem(422, "invalid_value");
        Assert.Contains("1000", answer.ErrorsAt("note")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_NotApplicable_NeedsNoInputs() =>
        (await portal.Clerk.PutAsync($"{Values}/14", """{"notApplicableReason":"本旗没有此项","version":0}""")).RequireOk();

    [Fact]
    public async Task Save_FullWidthDigits_AreTakenAsDigits()
    {
        var saved = (await portal.Clerk.PutAsync($"{Values}/6", """{"inputs":{"numerator":"５８．５","denominator":" 100 "},"version":0}""")).RequireOk();
        var values = (await portal.Clerk.GetAsync($"/api/v1/values?period={Period}&region={ApiPortal.Naiman}")).RequireOk();

        Assert.Equal(1, (int)saved.Json["version"]!);
        Assert.Equal(58.5m, (decimal)NaimanReport.Entry(values, 6)["inputs"]!["numerator"]!);
        Assert.Contains("\"numerator\":58.5,\"denominator\":100,", values.Text, StringComparison.Ordinal);
    }

    // What the hint shows is what is taken.
    [Fact]
    public async Task Save_NumberAsTheHintShowsIt_IsTaken()
    {
        (await portal.Clerk.PutAsync($"{Values}/18", """{"inputs":{"numerator":"1,234.5","denominator":"\ufeff1,300\u200b"},"version":0}""")).RequireOk();

        var values = (await portal.Clerk.GetAsync($"/api/v1/values?period={Period}&region={ApiPortal.Naiman}")).RequireOk();
        Assert.Equal(1234.5m, (decimal)NaimanReport.Entry(values, 18)["inputs"]!["numerator"]!);
        Assert.Equal(1300m, (decimal)NaimanReport.Entry(values, 18)["inputs"]!["denominator"]!);
    }

    [Theory]
    [InlineData("5.85e1")]
    [InlineData("585E-1")]
    [InlineData("0.0585e+3")]
    [InlineData("58.5000000000000000000000000000000000000000")]
    [InlineData("\"58.50\"")]
    [InlineData("\"５８。５\"")]
    public async Task Preview_SameNumberOtherwiseWritten_IsTheSame(string number)
    {
        var answer = (await portal.Clerk.PostAsync(
            "/api/v1/ratings/preview",
            $"{{\"indicator\":6,\"region\":\"{ApiPortal.Naiman}\",\"period\":\"{Period}\",\"inputs\":{{\"numerator\":{number},\"denominator\":100}}}}")).RequireOk();

        Assert.Contains("\"value\":58.5,", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_TinyPercentage_IsStoredAndAskedBack()
    {
        var saved = (await portal.Clerk.PutAsync($"{Values}/5", NaimanReport.Ratio(0.98m, 100))).RequireOk();

        var issue = saved.Json["issues"]!.AsArray()[0];
        Assert.Equal(("Query", "tiny_percentage", "note"), ((string)issue!["severity"]!, (string)issue["code"]!, (string)issue["field"]!));
        Assert.True((bool)issue["blocksSubmission"]!);
    }

    [Theory]
    [InlineData("150599", Period, 2)]
    [InlineData(ApiPortal.Kailu, Period, 2)]
    [InlineData(ApiPortal.City, Period, 2)]
    [InlineData("' OR 1=1 --", Period, 2)]
    [InlineData(ApiPortal.Naiman, "2023Q4", 2)]
    [InlineData(ApiPortal.Naiman, "2024Q5", 2)]
    [InlineData(ApiPortal.Naiman, "最近", 2)]
    [InlineData(ApiPortal.Naiman, Period, 22)]
    [InlineData(ApiPortal.Naiman, Period, 0)]
    public async Task Save_ToWhatIsNotThere_Is404(string region, string period, int indicator) =>
        (await portal.Clerk.PutAsync($"/api/v1/values/{Uri.EscapeDataString(region)}/{Uri.EscapeDataString(period)}/{indicator}", NaimanReport.Ratio(1, 10)))
            .RequireProblem(404, "not_found");

    [Theory]
    [InlineData("/api/v1/values/150525/2024Q3/two")]
    [InlineData("/api/v1/values/150525/2024Q3/99999999999")]
    [InlineData("/api/v1/nothing")]
    public async Task Put_UnknownAddress_Is404(string address) =>
        (await portal.Clerk.PutAsync(address, NaimanReport.Ratio(1, 10))).RequireProblem(404, "not_found");

    [Fact]
    public async Task ForeignCounty_AnswersLikeAnAbsentOne()
    {
        var foreign = await portal.Clerk.GetAsync($"/api/v1/values?period={Period}&region={ApiPortal.Kailu}");
        var absent = await portal.Clerk.GetAsync($"/api/v1/values?period={Period}&region=999999");

        foreign.RequireProblem(404, "not_found");
        Assert.Equal(WithoutRequest(absent), WithoutRequest(foreign));
    }

    [Theory]
    [InlineData($"/api/v1/values?period={Period}&region={ApiPortal.City}")]
    [InlineData($"/api/v1/values/{ApiPortal.City}/{Period}/2/history")]
    public async Task City_ReportsNothingItself_Is404(string address) =>
        (await portal.Bureau.GetAsync(address)).RequireProblem(404, "not_found");

    [Fact]
    public async Task Save_ClosedPeriod_IsRefused() =>
        (await portal.Clerk.PutAsync($"/api/v1/values/{ApiPortal.Naiman}/2025Q1/2", NaimanReport.Ratio(1, 10))).RequireProblem(409, "period_closed");

    [Fact]
    public async Task Save_StaleVersion_Is409WithWhatStandsThere()
    {
        (await portal.Clerk.PutAsync($"{Values}/10", NaimanReport.Ratio(95.5m, 100))).RequireOk();

        var answer = await portal.Clerk.PutAsync($"{Values}/10", NaimanReport.Ratio(96, 100));

        var current = answer.RequireProblem(409, "stale_version")["current"]!;
        Assert.Equal((1, 95.5m), ((int)current["version"]!, (decimal)current["inputs"]!["numerator"]!));
        Assert.Equal(["numerator", "denominator", "amount", "supplied", "billed", "correction"], current["inputs"]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public async Task Save_SameOperationTwice_IsOneSave()
    {
        var body = new { inputs = new { numerator = 90, denominator = 100 }, version = 0, operationId = Guid.CreateVersion7() };
        var first = (await portal.Clerk.PutAsync($"{Values}/11", body)).RequireOk();
        var second = (await portal.Clerk.PutAsync($"{Values}/11", body)).RequireOk();

        Assert.Equal((int)first.Json["version"]!, (int)second.Json["version"]!);
        Assert.Single((await portal.Clerk.GetAsync($"{Values}/11/history")).Json.AsArray());
    }

    [Theory]
    [InlineData("/api/v1/values?region=150525", "period")]
    [InlineData("/api/v1/values?period=2024Q3", "region")]
    [InlineData("/api/v1/ratings", "period")]
    [InlineData("/api/v1/ratings?period=2024Q3&basis=all", "basis")]
    [InlineData("/exports/annex.xlsx?period=2024Q3&release=1&basis=approved", "basis")]
    [InlineData("/api/v1/progress", "period")]
    [InlineData("/exports/annex.xlsx", "period")]
    [InlineData("/exports/ledger.xlsx", "period")]
    public async Task Get_QueryMissingOrWrong_IsRefusedByName(string address, string name)
    {
        var answer = await portal.Clerk.GetAsync(address);

        answer.RequireProblem(422, "invalid_query");
        Assert.NotEmpty(answer.ErrorsAt(name));
    }

    [Theory]
    [InlineData("submit", """{"indicators":[99]}""", 422, "unknown_indicator")]
    [InlineData("submit", """{"indicators":[]}""", 422, "nothing_chosen")]
    [InlineData("submit", """{"indicators":["2"]}""", 422, "invalid_field")]
    [InlineData("submit", """{"indicators":2}""", 422, "invalid_field")]
    [InlineData("submit", """{"indicators":[2],"versions":{"a":1}}""", 422, "invalid_field")]
    [InlineData("submit", """{"indicators":[21]}""", 422, "not_submittable")]
    [InlineData("submit", """{"indicators":[21],"versions":{"21":7}}""", 409, "stale_version")]
    [InlineData("check", """{"indicators":[99]}""", 422, "unknown_indicator")]
    public async Task Report_WrongStep_IsRefused(string action, string body, int status, string code) =>
        (await portal.Clerk.PostAsync($"/api/v1/reports/{ApiPortal.Naiman}/{Period}/{action}", body)).RequireProblem(status, code);

    [Theory]
    [InlineData("""{"indicators":[2]}""")]
    [InlineData("""{"indicators":[2],"reason":"\u200b\u2060\ufeff"}""")]
    public async Task Return_WithoutReasonToBeSeen_IsRefused(string body) =>
        (await portal.CountyReviewer.PostAsync($"/api/v1/reports/{ApiPortal.Naiman}/{Period}/return", body))
            .RequireProblem(422, "reason_required");

    [Fact]
    public async Task Report_UnknownAction_Is404() =>
        (await portal.Clerk.PostAsync($"/api/v1/reports/{ApiPortal.Naiman}/{Period}/publish")).RequireProblem(404, "not_found");

    [Fact]
    public async Task WrongMethod_Is405InChinese() =>
        (await portal.Clerk.DeleteAsync($"{Values}/2")).RequireProblem(405, "method_not_allowed");

    [Theory]
    [InlineData("/api/v1/targets/150525/20/2024", """{"document":"x","effectiveFrom":"2024-01-01"}""", 422, "value")]
    [InlineData("/api/v1/targets/150525/20/2024", """{"value":"六","document":"x","effectiveFrom":"2024-01-01"}""", 422, "value")]
    [InlineData("/api/v1/targets/150525/20/2024", """{"value":6,"effectiveFrom":"2024-01-01"}""", 422, "document")]
    [InlineData("/api/v1/targets/150525/20/2024", """{"value":6,"document":"x"}""", 422, "effectiveFrom")]
    [InlineData("/api/v1/targets/150525/20/2024", """{"value":6,"document":"x","effectiveFrom":"2205-01-01"}""", 422, "effectiveFrom")]
    [InlineData("/api/v1/targets/150525/20/2024", """{"value":6,"document":"x","effectiveFrom":"2025-01-01"}""", 422, "effectiveFrom")]
    [InlineData("/api/v1/targets/150525/20/2024", """{"value":6,"document":"x","effectiveFrom":"2024年1月1日"}""", 422, "effectiveFrom")]
    [InlineData("/api/v1/targets/150525/2/2024", """{"value":101,"document":"x","effectiveFrom":"2024-01-01"}""", 422, "value")]
    [InlineData("/api/v1/targets/150525/20/2026", """{"value":6,"document":"x","effectiveFrom":"2024-01-01"}""", 404, null)]
    [InlineData("/api/v1/targets/150500/20/2024", """{"value":6,"document":"x","effectiveFrom":"2024-01-01"}""", 404, null)]
    [InlineData("/api/v1/baselines/150525/16", """{}""", 422, "inputs")]
    [InlineData("/api/v1/baselines/150525/16", """{"inputs":{"amount":-1}}""", 422, "inputs.amount")]
    [InlineData("/api/v1/baselines/150525/16", """{"inputs":{"numerator":1}}""", 422, "inputs.numerator")]
    [InlineData("/api/v1/baselines/150525/12", """{"inputs":{"numerator":1}}""", 422, "inputs.denominator")]
    [InlineData("/api/v1/baselines/150525/12", """{"inputs":{"numerator":11.5,"denominator":35}}""", 422, "inputs.numerator")]
    [InlineData("/api/v1/baselines/150500/16", """{"inputs":{"amount":1}}""", 404, null)]
    public async Task Parameters_Wrong_AreRefusedAtTheField(string address, string body, int status, string? field)
    {
        var answer = await portal.Bureau.PutAsync(address, body);

        answer.RequireProblem(status);
        if (field is not null)
        {
            Assert.NotEmpty(answer.ErrorsAt(field));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"due":"十月"}""")]
    [InlineData("""{"due":"2024-09-30"}""")]
    public async Task OpenPeriod_WrongDue_IsRefusedAtTheDue(string body)
    {
        var answer = await portal.Bureau.PostAsync("/api/v1/periods/2024Q3/open", body);

        answer.RequireProblem(422);
        Assert.NotEmpty(answer.ErrorsAt("due"));
    }

    private async Task RequireNothingStoredAsync(int indicator)
    {
        var values = (await portal.Clerk.GetAsync($"/api/v1/values?period={Period}&region={ApiPortal.Naiman}")).RequireOk();
        Assert.Equal("Empty", (string)NaimanReport.Entry(values, indicator)["status"]!);
    }

    private static string WithoutRequest(ApiAnswer answer)
    {
        var problem = answer.Json.AsObject();
        problem.Remove("requestId");
        return problem.ToJsonString();
    }
}
