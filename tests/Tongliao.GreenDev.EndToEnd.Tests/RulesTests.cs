using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>From a rule to a trial, from the trial to a decision with its document, and to the release that it makes.</summary>
public sealed class RulesTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task Reading_TriedPutTogetherAndDecidedAsCorrection_HoldsAndMakesReleases()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var page = bureau.Page;
        await page.GotoAsync("/rules");
        await page.Locator("[data-reading='Q6~uncorrected']").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/whatif\\?t=reading\\.Q6~uncorrected$"));
        await ActScreen.OpenAsync(page, page.Url);
        await page.Locator("[name=kind]").SelectOptionAsync("Tolerance");
        await page.Locator("[name=indicator]").SelectOptionAsync("3");
        await page.Locator("[name=value]").FillAsync("9.5");
        await page.GetByRole(AriaRole.Button, new() { Name = "加入试算" }).ClickAsync();
        await Expect(page.Locator("#terms li")).ToHaveCountAsync(2);
        await Expect(page.Locator("#terms")).ToContainTextAsync("第3项农牧区垃圾收运覆盖率：预警容差9.5个百分点");
        await Expect(page.Locator("#locked [data-change]").First).ToBeVisibleAsync();

        var screen = await ActScreen.OpenAsync(page, page.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "按此调整判定规则…" }).ClickAsync();
        await screen.Field("依据文件").FillAsync("通政办发〔2026〕3号");
        await screen.Field("决定机关").FillAsync("市人民政府办公室");
        await screen.Field("调整原因").FillAsync("自治区统一考核口径");
        await screen.Dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await screen.SendTwiceAsync();
        await Expect(screen.Done).ToHaveTextAsync(new Regex("^判定规则已调整，并发布.*第[2-9]版"));

        await page.GotoAsync("/rules");
        await Expect(page.Locator("[data-reading='Q6~uncorrected']")).ToContainTextAsync("现行");
        await page.Locator("[data-rule='3'] summary").ClickAsync();
        await Expect(page.Locator("[data-rule='3']")).ToContainTextAsync("通政办发〔2026〕3号，市人民政府办公室决定。原因：自治区统一考核口径。同时更正已锁定的季度");
        await page.GotoAsync("/releases");
        await page.Locator("[data-release]").Filter(new() { HasText = "现行" }).Filter(new() { HasTextRegex = new Regex("第[2-9]版") }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator("#rule-change")).ToContainTextAsync("因更正判定规则发布");
        bureau.AssertNoComplaints();
    }
}
