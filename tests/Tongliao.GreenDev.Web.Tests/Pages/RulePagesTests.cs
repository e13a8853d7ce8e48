using System.Net;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>判定规则 and 试算 as pages: what holds, what another reading would change, and a trial that stands in its address.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class RulePagesTests(DemoSite site)
{
    [Fact]
    public async Task Rules_EveryIndicatorAndQuestion_TheReadingsSideBySideWithWhatDiffers()
    {
        var page = await site.PageAsync("lingdao", "/rules");

        Assert.Equal(21, page.QuerySelectorAll("[data-rule]").Length);
        Assert.Equal(["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9", "Q10", "Q11", "Q12"], page.QuerySelectorAll("article").Select(question => question.Id!));
        Assert.Equal(
            ["Q1~level-points", "Q2~year", "Q3~cumulative", "Q4~central", "Q5~at-least", "Q6~corrected"],
            page.QuerySelectorAll("[data-holds]").Select(reading => reading.GetAttribute("data-reading")));
        var all = page.QuerySelector("[data-reading='Q4~all']")!;
        Assert.Matches("^与现行读法相比，[1-9][0-9]* 处灯色不同", all.Texts("p")[1]);
        Assert.Contains("第1项 参考→", all.TextContent, StringComparison.Ordinal);
        Assert.Equal("/whatif?t=reading.Q4~all", all.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("试算：Q4 全部填报单位都计入全市值并逐一判定", all.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task Rules_ForAnAuditor_WithoutLights()
    {
        var page = await site.PageAsync("shenji", "/rules");

        Assert.Equal(21, page.QuerySelectorAll("[data-rule]").Length);
        Assert.DoesNotContain("与现行读法相比", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href^='/whatif']"));
    }

    [Fact]
    public async Task Rules_ForAClerk_OnlyTheOwnLights()
    {
        var page = await site.PageAsync("naiman-tb", "/rules");

        Assert.Contains("奈曼旗 第1项 参考→", page.QuerySelector("[data-reading='Q4~all']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("开鲁县", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trial_OpenQuartersApartFromPublishedOnes_EachChangeBeforeAndAfter()
    {
        var page = await site.PageAsync("lingdao", "/whatif?t=reading.Q4~all&t=tolerance.3~50");

        Assert.Equal(2, page.QuerySelectorAll("#terms li").Length);
        Assert.All(page.QuerySelectorAll("#open [data-change]"), change => Assert.Matches("^2025Q[34]", change.GetAttribute("data-change")!));
        Assert.NotEmpty(page.QuerySelectorAll("#open [data-change]"));
        Assert.All(page.QuerySelectorAll("#locked [data-change]"), change => Assert.DoesNotMatch("^2025Q[34]", change.GetAttribute("data-change")!));
        Assert.Contains("保持原样", page.QuerySelector("#locked .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[data-act=Decide]"));
    }

    [Fact]
    public async Task Trial_OfTheBureau_MayBeDecided_ButNotOneOfReportedNumbers()
    {
        Assert.Single((await site.PageAsync("zhujian", "/whatif?t=reading.Q6~uncorrected")).QuerySelectorAll("[data-act=Decide]"));
        Assert.Empty((await site.PageAsync("zhujian", "/whatif?t=input.150525.2025Q4.3~30_100")).QuerySelectorAll("[data-act=Decide]"));
    }

    [Fact]
    public async Task Trial_FromADay_LeavesEarlierQuartersAlone()
    {
        var page = await site.PageAsync("lingdao", "/whatif?t=reading.Q4~all&from=2025-10-01");

        Assert.All(page.QuerySelectorAll("[data-change]"), change => Assert.StartsWith("2025Q4", change.GetAttribute("data-change"), StringComparison.Ordinal));
        Assert.Contains("没有变化", page.QuerySelector("#locked h2")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t=drop%20table~1", "看不懂“drop table~1”这一项，请在试算页面重新选择。")]
    [InlineData("t=target.99.2025~1", "没有第99号指标，指标序号为1至21。")]
    [InlineData("t=target.3.2025~500", "第3项2025年的目标值不在可能的范围内（%），小数最多4位。")]
    [InlineData("t=reading.Q1~none", "Q1没有这种读法，请从所列读法中选择。")]
    [InlineData("t=input.150525.2031Q1.3~1_2", "没有这个填报期，请填写2024Q1至2025Q4之间的季度，例如2024Q1。")]
    [InlineData("t=reading.Q1~points&t=reading.Q1~points", "同一项内容写了两次，请只保留一个。")]
    public async Task Trial_Hostile_SaysWhatIsWrongAndLetsGoOn(string query, string message)
    {
        using var browser = await site.OpenAsync("lingdao");
        using var answer = await browser.VisitAsync("/whatif?" + query);
        var page = await Markup.PageAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("select[name=kind]"));
    }

    [Theory]
    [InlineData("naiman-tb", "t=reading.Q4~all")]
    [InlineData("naiman-tb", "t=input.150524.2025Q4.3~1_100")]
    public async Task Trial_OfWhatIsNotTheOwn_IsForbidden(string loginName, string query)
    {
        using var browser = await site.OpenAsync(loginName);
        using var answer = await browser.VisitAsync("/whatif?" + query);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("县级只能试算本地区的填报数、分解指标和基数。", (await Markup.PageAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawer_LeadsToATrialOfItsNumber()
    {
        var page = await site.PageAsync("zhujian", "/dashboard?period=2025Q3&cell=3-150525");
        var form = await site.PageAsync("zhujian", page.QuerySelector("a[href^='/whatif']")!.GetAttribute("href")!);

        Assert.Equal(("Input", "3"), (form.QuerySelector("[name=kind] option[selected]")!.GetAttribute("value"), form.QuerySelector("[name=indicator] option[selected]")!.GetAttribute("value")));
        Assert.Equal(("150525", "2025Q3"), (form.QuerySelector("[name=unit] option[selected]")!.GetAttribute("value"), form.QuerySelector("[name=period] option[selected]")!.GetAttribute("value")));
    }
}
