using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Tongliao.GreenDev.Application.Demo;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A session ends for every tab at once, tells beforehand when it does so by itself, and takes nothing typed with it.</summary>
public sealed partial class SessionTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Zuohou = "150522";
    private const string Kulun = "150524";
    private const string Zhalute = "150526";
    private const string EndedNotice = "登录已超时或被结束，请重新登录。";

    [Fact]
    public async Task SignOut_WithAnotherTabOpen_EndsEveryTabAndTheCookie()
    {
        await using var clerk = await portal.SignInAsync(browser, "naiman-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        var tab = await clerk.OpenTabAsync();
        await tab.GotoAsync("/tasks");
        var cookies = await clerk.CookieHeaderAsync();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/session", cookies)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync($"/exports/annex.xlsx?period={EntrySheet.Period}", cookies)).Status);

        await tab.Locator(".person summary").ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await Expect(tab).ToHaveURLAsync(SignInPage());
        await Expect(tab.GetByRole(AriaRole.Status)).ToHaveTextAsync("您已安全退出。");

        await ExpectSignInAsync(sheet);

        await tab.GoBackAsync();
        await Expect(tab).ToHaveURLAsync(SignInPage());
        await Expect(tab.GetByRole(AriaRole.Button, new() { Name = "退出登录" })).ToHaveCountAsync(0);

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("/session", cookies)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync($"/exports/annex.xlsx?period={EntrySheet.Period}", cookies)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync($"/api/v1/values?period={EntrySheet.Period}&region=150525", cookies)).Status);
        var page = await AskAsync(EntrySheet.Path, cookies, accept: "text/html");
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal("/sign-in", page.Location?.AbsolutePath);
    }

    [Fact]
    public async Task Warning_Answered_SessionGoesOn()
    {
        await using var clerk = await portal.SignInAsync(browser, "kulun-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await EndInAsync(sheet, "kulun-tb", TimeSpan.FromSeconds(90));
        var warning = Warning(sheet);
        await Expect(warning).ToBeVisibleAsync();
        await Expect(warning).ToContainTextAsync("您已有一段时间没有操作。为保护数据，");
        await Expect(warning.Locator("[data-left]")).ToHaveTextAsync(TimeLeft());

        await warning.GetByRole(AriaRole.Button, new() { Name = "继续使用" }).ClickAsync();
        await Expect(warning).ToBeHiddenAsync();
        Assert.InRange(await SecondsLeftAsync(clerk), 29 * 60, 30 * 60);
        await sheet.SaveAsync(20, "amount", "8.25");
        Assert.Equal(8.25m, await portal.StoredAsync(Kulun, 20, "amount"));
        clerk.AssertNoComplaints();
    }

    [Fact]
    public async Task Warning_Unanswered_SavesWhatIsBeingTypedAndLeadsToSignIn()
    {
        await using var clerk = await portal.SignInAsync(browser, "zhalute-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.TypeAsync(20, "amount", "6.75");
        await EndInAsync(sheet, "zhalute-tb", TimeSpan.FromSeconds(10));
        await Expect(Warning(sheet)).ToBeVisibleAsync();
        await ExpectSignInAsync(sheet);
        Assert.Equal(6.75m, await portal.StoredAsync(Zhalute, 20, "amount"));

        await clerk.GivePasswordAsync("zhalute-tb", DemoUsers.Password);
        await Expect(sheet.Page).ToHaveURLAsync(SheetPage());
        await sheet.ExpectLiveAsync();
        await Expect(sheet.Field(20, "amount")).ToHaveValueAsync("6.75");
        await sheet.ExpectNothingUnsavedAsync();
    }

    [Fact]
    public async Task Session_EndedWhileTyping_SigningInAgainLeadsBackToTheUnsavedText()
    {
        await using var clerk = await portal.SignInAsync(browser, "zuohou-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.SaveAsync(16, "amount", "5.5");
        await sheet.TypeAsync(20, "amount", "9.75");
        await EndInAsync(sheet, "zuohou-tb", TimeSpan.FromMinutes(-1));
        await ExpectSignInAsync(sheet);

        await clerk.GivePasswordAsync("zuohou-tb", DemoUsers.Password);
        await Expect(sheet.Page).ToHaveURLAsync(SheetPage());
        await sheet.ExpectLiveAsync();
        await Expect(sheet.Offer.Locator("li")).ToHaveTextAsync(["本年累计应用绿色建材的建筑面积：9.75"]);
        await Expect(sheet.Field(16, "amount")).ToHaveValueAsync("5.5");
        await sheet.Offer.GetByRole(AriaRole.Button, new() { Name = "恢复到输入框" }).ClickAsync();
        await sheet.ExpectSavedAsync(20, "amount", "9.75");
        Assert.Equal(9.75m, await portal.StoredAsync(Zuohou, 20, "amount"));
    }

    private static async Task ExpectSignInAsync(EntrySheet sheet)
    {
        await Expect(sheet.Page).ToHaveURLAsync(SignInPage());
        await Expect(sheet.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(EndedNotice);
        await Expect(sheet.Page.Locator(".entry-row")).ToHaveCountAsync(0);
        await Expect(sheet.Offer).ToBeHiddenAsync();
    }

    private static ILocator Warning(EntrySheet sheet) => sheet.Page.GetByRole(AriaRole.Dialog, new() { Name = "即将自动退出" });

    /// <summary>Moves the end of a person's session, as time without a hand on the keyboard does, and wakes the tab.</summary>
    private async Task EndInAsync(EntrySheet sheet, string loginName, TimeSpan left)
    {
        await using var database = await portal.Process.OpenDatabaseAsync();
        await using var move = new NpgsqlCommand(
            "UPDATE user_sessions SET expires_at = now() + @left WHERE user_id = (SELECT id FROM users WHERE user_name = @name)", database);
        move.Parameters.AddWithValue("left", left);
        move.Parameters.AddWithValue("name", loginName);
        Assert.Equal(1, await move.ExecuteNonQueryAsync());

        // A tab asks how much is left when it comes to the front, as after a night in a closed laptop.
        await sheet.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
    }

    private async Task<int> SecondsLeftAsync(PortalVisitor visitor) =>
        JsonDocument.Parse((await AskAsync("/session", await visitor.CookieHeaderAsync())).Body).RootElement.GetProperty("remainingSeconds").GetInt32();

    private async Task<(HttpStatusCode Status, Uri? Location, string Body)> AskAsync(string address, string cookies, string accept = "application/json")
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(portal.Process.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", cookies);
        request.Headers.Add("Accept", accept);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInPage();

    [GeneratedRegex(@"/entry\?period=2025Q4$")]
    private static partial Regex SheetPage();

    [GeneratedRegex("^(1分)?[0-9]+秒$|^1分钟$")]
    private static partial Regex TimeLeft();
}
