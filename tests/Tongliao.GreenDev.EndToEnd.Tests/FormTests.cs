namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A form of the administration in a browser: pressed twice, gone back from, reloaded.</summary>
public sealed class FormTests(PortalBrowser browser) : IAsyncLifetime
{
    /// <summary>Sends the form twice, and notes for the page that follows which sending was held back and whether the button rested.</summary>
    private const string PressTwice = """
        () => {
          const button = document.querySelector('#create-user button');
          const held = [];
          addEventListener('submit', event => held.push(event.defaultPrevented));
          button.click();
          button.form.requestSubmit();
          sessionStorage.held = held;
          setTimeout(() => { sessionStorage.resting = button.disabled; });
        }
        """;

    private readonly PortalProcess portal = new();
    private string password = "";

    public async ValueTask InitializeAsync()
    {
        password = await portal.LastLineAsync("create-user", "--name", "keeper", "--role", "admin");
        await portal.ServeAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task NewUser_PressedTwice_IsSentOnce_PasswordStaysUntilReloaded()
    {
        await using var visitor = await browser.VisitorAsync(portal.Address);
        await visitor.SignInFirstTimeAsync("keeper", password);
        var page = visitor.Page;
        await page.GotoAsync("/admin/users/new");
        await page.Locator("input[name='name']").FillAsync("li.si");
        await page.Locator("input[name='displayName']").FillAsync("李四");
        await page.Locator("select[name='role']").SelectOptionAsync("leader");
        await page.EvaluateAsync(PressTwice);

        var shown = page.Locator("#one-time-password");
        await Expect(shown).ToBeVisibleAsync();
        var issued = await shown.InnerTextAsync();
        Assert.Equal("false,true", await page.EvaluateAsync<string>("sessionStorage.held"));
        Assert.Equal("true", await page.EvaluateAsync<string>("sessionStorage.resting"));
        Assert.DoesNotContain(issued, page.Url, StringComparison.Ordinal);

        await page.ReloadAsync();
        await Expect(page.Locator("#issued")).ToContainTextAsync("已经显示过");
        await page.GoBackAsync();
        await Expect(page.Locator("#create-user button[type='submit']")).ToBeEnabledAsync();
        visitor.AssertNoComplaints();

        await using var person = await browser.VisitorAsync(portal.Address);
        await person.SignInFirstTimeAsync("li.si", issued);
        person.AssertNoComplaints();
    }
}
