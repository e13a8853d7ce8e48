namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A page on which people act: its menus, dialogs and calendars, as a person with a mouse or a keyboard has them.</summary>
public sealed class ActScreen
{
    private ActScreen(IPage page) => Page = page;

    public IPage Page { get; }

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    /// <summary>A menu, a list of choices or a calendar that is open.</summary>
    public ILocator Popover => Page.Locator(".mud-popover-open");

    /// <summary>What the page says was done.</summary>
    public ILocator Done => Page.Locator("[data-done]");

    public static async Task<ActScreen> OpenAsync(IPage page, string address)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(address);
        await Expect(page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);
        return new ActScreen(page);
    }

    /// <summary>Chooses an act by mouse, from the menu of a row or as its only button.</summary>
    public async Task ChooseAsync(string of, string act)
    {
        var opener = Page.GetByRole(AriaRole.Button, new() { Name = $"办理：{of}" });
        await opener.Or(Page.GetByRole(AriaRole.Button, new() { Name = $"{act}：{of}" })).First.ClickAsync();
        if (await opener.CountAsync() > 0)
        {
            await Page.GetByRole(AriaRole.Menuitem, new() { Name = act, Exact = true }).ClickAsync();
        }

        await ExpectOpenAsync();
    }

    /// <summary>Waits until the dialog has taken the keyboard, which it does once it is drawn.</summary>
    public async Task ExpectOpenAsync() => await Expect(Dialog.Locator(":focus")).ToHaveCountAsync(1);

    public ILocator Field(string label) => Dialog.GetByLabel(label, new() { Exact = true });

    /// <summary>Presses the button of the dialog that does it.</summary>
    public Task SendAsync() => Dialog.Locator("button[type=submit]").ClickAsync();

    /// <summary>Presses it again before anything can have come back; a mouse leaves the field first.</summary>
    public Task SendTwiceAsync() => Dialog.Locator("form").EvaluateAsync("form => { document.activeElement.blur(); form.requestSubmit(); form.requestSubmit(); }");

    /// <summary>What is open is without fault in light and dark.</summary>
    public async Task AssertAccessibleAsync()
    {
        foreach (var look in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = look, ReducedMotion = ReducedMotion.Reduce });
            await Page.WaitForFunctionAsync("() => document.getAnimations().every(animation => animation.playState !== 'running')");
            var faults = await PortalVisitor.FaultsAsync(Page);
            Assert.True(faults.Count == 0, $"{look}: {string.Join("; ", faults)}");
        }
    }
}
