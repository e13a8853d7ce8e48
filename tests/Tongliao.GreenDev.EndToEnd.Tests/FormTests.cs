using Tongliao.GreenDev.Application.Demo;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A form that is posted, pressed twice: the browser sends it once, and its button rests until the answer.</summary>
public sealed class FormTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    /// <summary>Sends the form twice, and notes for the page that follows which sending was held back and whether the button rested.</summary>
    private const string PressTwice = """
        form => {
          const button = form.querySelector('button[type=submit]');
          const held = [];
          addEventListener('submit', event => held.push(event.defaultPrevented));
          button.click();
          form.requestSubmit();
          sessionStorage.held = held;
          setTimeout(() => { sessionStorage.resting = button.disabled; });
        }
        """;

    [Fact]
    public async Task Password_PressedTwice_IsSentOnce_TheButtonIsReadyAgainAfterTheAnswer()
    {
        await using var clerk = await portal.SignInAsync(browser, "naiman-tb");
        var page = clerk.Page;
        await page.GotoAsync("/account/password");
        await page.Locator("input[name='Form.Current']").FillAsync(DemoUsers.Password);
        await page.Locator("input[name='Form.Replacement']").FillAsync("short");
        await page.Locator("input[name='Form.Again']").FillAsync("short");
        await page.Locator("main form:has(input[name='Form.Current'])").EvaluateAsync(PressTwice);

        await Expect(page.Locator("main [role=alert]")).ToBeVisibleAsync();
        Assert.Equal("false,true", await page.EvaluateAsync<string>("sessionStorage.held"));
        Assert.Equal("true", await page.EvaluateAsync<string>("sessionStorage.resting"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "修改密码" })).ToBeEnabledAsync();
        clerk.AssertNoComplaints();
    }
}
