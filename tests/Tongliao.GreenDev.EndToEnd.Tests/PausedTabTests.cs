using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A tab that nobody looks at gives its circuit back, and is as it was when it is looked at again.</summary>
public sealed class PausedTabTests(PortalBrowser browser, QuicklyPausedPortal portal) : IClassFixture<QuicklyPausedPortal>
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Tab_HiddenWhileThePortalIsStartedAnew_GoesOnWithoutAReload()
    {
        await using var clerk = await portal.SignInAsync(browser, "kulun-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.SaveAsync(20, "amount", "3.5");
        await sheet.Page.EvaluateAsync("window.isTheSamePage = true");

        await LookAsync(sheet.Page, isAway: true);
        await Expect(Connection(sheet.Page)).ToHaveAttributeAsync("data-paused", "");
        await portal.Process.StopAsync(StopLimit);
        await portal.Process.ServeAsync();
        await LookAsync(sheet.Page, isAway: false);

        await Expect(Connection(sheet.Page)).Not.ToHaveAttributeAsync("data-connection", "lost");
        await sheet.ExpectLiveAsync();
        await Expect(sheet.Field(20, "amount")).ToHaveValueAsync("3.5");
        await sheet.SaveAsync(16, "amount", "4.5");
        Assert.Equal(4.5m, await portal.StoredAsync("150524", 16, "amount"));
        Assert.True(await sheet.Page.EvaluateAsync<bool>("window.isTheSamePage === true"));
    }

    [Fact]
    public async Task Tab_HiddenWithUnsavedText_KeepsItsCircuit()
    {
        await using var clerk = await portal.SignInAsync(browser, "zhalute-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        var other = await EntrySheet.OpenAsync(await clerk.OpenTabAsync());
        await sheet.TypeAsync(20, "amount", "3.5");

        await LookAsync(sheet.Page, isAway: true);
        await LookAsync(other.Page, isAway: true);
        await Expect(Connection(other.Page)).ToHaveAttributeAsync("data-connection", "lost");

        await Expect(Connection(sheet.Page)).Not.ToHaveAttributeAsync("data-connection", "lost");
        await LookAsync(sheet.Page, isAway: false);
        await sheet.Field(20, "amount").PressAsync("Tab");
        await sheet.ExpectSavedAsync(20, "amount", "3.5");
    }

    [Fact]
    public async Task Grid_HiddenAndLookedAtAgain_ShowsWhatWasChosen()
    {
        await using var admin = await portal.SignInAsync(browser, "admin");
        var names = admin.Page.Locator("#users td a[data-user-name]");
        await admin.Page.GotoAsync("/admin/users");
        await Expect(names.First).ToBeVisibleAsync();
        await admin.Page.Locator("#filters select[name='role']").SelectOptionAsync(UserRole.Auditor.Code());
        await Expect(names).ToHaveCountAsync(1);
        var address = admin.Page.Url;

        await LookAsync(admin.Page, isAway: true);
        await Expect(Connection(admin.Page)).ToHaveAttributeAsync("data-paused", "");
        await LookAsync(admin.Page, isAway: false);

        await Expect(admin.Page.Locator("[data-island][data-interactive]:not([inert]) #users")).ToBeVisibleAsync();
        await Expect(names).ToHaveCountAsync(1);
        await Expect(admin.Page.Locator("#filters select[name='role']")).ToHaveValueAsync(UserRole.Auditor.Code());
        await Expect(admin.Page).ToHaveURLAsync(address);
    }

    private static ILocator Connection(IPage page) => page.Locator("html");

    /// <summary>Headless tabs are always looked at: what the browser would say is said in its place.</summary>
    private static async Task LookAsync(IPage page, bool isAway) => await page.EvaluateAsync(
        """
        isAway => {
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => isAway });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        isAway);
}
