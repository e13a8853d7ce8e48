using System.Text.RegularExpressions;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>任务进展 in a browser: a department writes, the bureau returns, the department answers with evidence, the bureau approves, everybody sees it.</summary>
public sealed class TaskProgressTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Address = "/progress?period=2025Q4";
    private const string Done = "完成3个社区垃圾分类驿站建设，协商议事42次。";

    [Fact]
    public async Task Report_WrittenReturnedAnsweredApproved_IsSeenOnTaskAndDashboard()
    {
        await using var department = await portal.SignInAsync(browser, "shengtai");
        var own = await ActScreen.OpenAsync(department.Page, Address);
        var card = department.Page.Locator("#todo [data-progress='20-shengtai']");
        await card.Locator("[data-act=Write]").ClickAsync();
        await own.ExpectOpenAsync();
        await own.AssertAccessibleAsync();
        await own.Dialog.GetByRole(AriaRole.Button, new() { Name = "沿用上季度内容" }).ClickAsync();
        await own.SendAsync();
        await Expect(own.Dialog.Locator("#act-unchanged-fault")).ToContainTextAsync("内容与上季度完全相同");
        await own.Field("进展情况").FillAsync(Done);
        await own.SendAsync();
        await Expect(own.Done).ToHaveTextAsync("任务20的进展已上报，等待市住建局审核。");

        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var review = await ActScreen.OpenAsync(bureau.Page, Address);
        var waiting = bureau.Page.Locator("#todo [data-progress='20-shengtai']");
        await Expect(waiting).ToContainTextAsync(Done);
        await bureau.Page.Locator("button[data-keys]").ClickAsync();
        await bureau.Page.Locator("#keys [data-close]").ClickAsync();
        await ReachAsync(bureau.Page, "20-shengtai");
        await bureau.Page.Keyboard.PressAsync("r");
        await review.ExpectOpenAsync();
        await review.Field("退回原因").FillAsync("请附驿站建设清单。");
        await bureau.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(review.Done).ToHaveTextAsync("任务20 市生态环境局的进展已退回。");

        await own.Page.GotoAsync("/");
        await Expect(own.Page.Locator("#task-progress").Locator("xpath=..")).ToContainTextAsync("请附驿站建设清单。");
        own = await ActScreen.OpenAsync(department.Page, Address);
        await card.Locator("summary", new() { HasTextRegex = new Regex("^佐证材料") }).ClickAsync();
        await Expect(card.Locator("[data-drop][data-listens]")).ToHaveCountAsync(1);
        await card.Locator("input[type='file']").SetInputFilesAsync(new FilePayload { Name = "清单.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await Expect(card.Locator(".evidence-list")).ToContainTextAsync("清单.pdf");
        await card.Locator("[data-act=Write]").ClickAsync();
        await own.ExpectOpenAsync();
        await own.SendAsync();
        await Expect(own.Done).ToHaveTextAsync("任务20的进展已上报，等待市住建局审核。");

        review = await ActScreen.OpenAsync(bureau.Page, Address);
        await Expect(waiting.Locator(".evidence-list")).ToContainTextAsync("清单.pdf");

        // By keyboard alone: what the keys are, down to the report, and through its dialog.
        await Expect(bureau.Page.Locator("button[data-keys]")).ToBeEnabledAsync();
        await bureau.Page.Keyboard.PressAsync("?");
        await Expect(bureau.Page.Locator("#keys")).ToBeVisibleAsync();
        Assert.Empty(await PortalVisitor.FaultsAsync(bureau.Page));
        await bureau.Page.Keyboard.PressAsync("a");
        await bureau.Page.Keyboard.PressAsync("Escape");
        await Expect(bureau.Page.Locator("#keys")).ToBeHiddenAsync();
        await Expect(review.Dialog).ToHaveCountAsync(0);
        await ReachAsync(bureau.Page, "20-shengtai");
        await bureau.Page.Keyboard.PressAsync("a");
        await review.ExpectOpenAsync();
        await bureau.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(review.Done).ToHaveTextAsync("任务20 市生态环境局的进展已审核通过。");

        await using var leader = await portal.SignInAsync(browser, "lingdao");
        await leader.Page.GotoAsync("/tasks/20");
        var report = leader.Page.Locator("[data-report='20/shengtai/2025Q4']");
        await Expect(report).ToContainTextAsync(Done);
        await Expect(report.Locator(".evidence-list a.typed")).ToHaveTextAsync("清单.pdf");
        await leader.Page.GotoAsync("/dashboard?period=2025Q4");
        await Expect(leader.Page.Locator("#task-progress")).ToContainTextAsync("24项中9项已通过");
        department.AssertNoComplaints();
        bureau.AssertNoComplaints();
        leader.AssertNoComplaints();
    }

    private static async Task ReachAsync(IPage page, string report)
    {
        for (var pressed = 0; pressed < 30 && await page.EvaluateAsync<string?>("() => document.activeElement?.dataset.progress ?? null") != report; pressed++)
        {
            await page.Keyboard.PressAsync("j");
        }
    }
}
