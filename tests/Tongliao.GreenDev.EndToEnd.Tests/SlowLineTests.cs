namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>An answer that comes late never touches what has been typed since.</summary>
public sealed class SlowLineTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Zuohou = "150522";

    [Fact]
    public async Task Answer_ComesWhileTheFieldIsTypedInAgain_TheNewerTextStaysAndIsSaved()
    {
        await using var line = new Line(portal.Process.Address);
        await using var clerk = await portal.SignInAsync(browser, "zuohou-tb", line.Address);
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.SaveAsync(6, "denominator", "2,000");

        line.HoldAnswers();
        await sheet.EnterAsync(6, "numerator", "1000");
        await sheet.TypeAsync(6, "numerator", "12");
        line.LetAnswersThrough();
        await Expect(sheet.Field(6, "numerator")).ToHaveAttributeAsync("data-text", "1,000");
        await sheet.ExpectSavedAsync(6, "numerator", "1,000");
        await Expect(sheet.Field(6, "numerator")).ToHaveValueAsync("12");

        await sheet.Page.Keyboard.TypeAsync("00");
        await sheet.Page.Keyboard.PressAsync("Tab");
        await sheet.ExpectSavedAsync(6, "numerator", "1,200");
        await Expect(sheet.Field(6, "numerator")).ToHaveValueAsync("1,200");
        Assert.Equal(1200m, await portal.StoredAsync(Zuohou, 6, "numerator"));
        await sheet.ExpectNothingUnsavedAsync();
        clerk.AssertNoComplaints();
    }

    [Fact]
    public async Task Answer_ToTheTextBeforeTheLast_IsNotShownInItsPlace()
    {
        await using var line = new Line(portal.Process.Address);
        await using var clerk = await portal.SignInAsync(browser, "zuohou-tb", line.Address);
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.Field(6, "numerator").EvaluateAsync(
            """
            field => {
              window.seen = [];
              const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
              Object.defineProperty(field, 'value', { get() { return value.get.call(this); }, set(text) { window.seen.push(text); value.set.call(this, text); } });
            }
            """);

        line.HoldAnswers();
        await sheet.EnterAsync(6, "numerator", "1100");
        await sheet.EnterAsync(6, "numerator", "1300");
        line.LetAnswersThrough();

        await sheet.ExpectSavedAsync(6, "numerator", "1,300");
        await Expect(sheet.Field(6, "numerator")).ToHaveValueAsync("1,300");
        Assert.Equal(["1,300"], await sheet.Page.EvaluateAsync<string[]>("window.seen"));
        await sheet.ExpectNothingUnsavedAsync();
    }

    [Fact]
    public async Task Script_ComesLate_FieldsWaitForIt_AndWhatWasKeptIsUnfolded()
    {
        await using var clerk = await portal.SignInAsync(browser, "zuohou-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.OpenTextAsync(14, "reason");
        await sheet.TypeAsync(14, "reason", "没有积水点");

        var fetch = new TaskCompletionSource();
        await clerk.Page.RouteAsync("**/EntrySheet.razor.js*", async route =>
        {
            await fetch.Task;
            await route.ContinueAsync();
        });
        await sheet.Page.ReloadAsync();
        await Expect(sheet.Page.Locator("[data-island] .entry-row")).ToHaveCountAsync(21);
        await Expect(sheet.Field(5, "denominator")).ToBeDisabledAsync();
        fetch.SetResult();
        await sheet.ExpectLiveAsync();
        await Expect(sheet.Field(14, "na")).ToBeVisibleAsync();

        // Nor is it folded away again.
        await sheet.SaveAsync(5, "numerator", "29");
        await Expect(sheet.Field(14, "na")).ToBeVisibleAsync();
        clerk.AssertNoComplaints();
    }

    [Theory]
    [InlineData("note")]
    [InlineData("reason")]
    public async Task Answer_ComesWhileAReasonIsTypedOn_TheWholeTextStaysAndIsSaved(string name)
    {
        await using var line = new Line(portal.Process.Address);
        await using var clerk = await portal.SignInAsync(browser, "zhalute-tb", line.Address);
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.OpenTextAsync(16, name);

        line.HoldAnswers();
        await sheet.EnterAsync(16, name, "今年没有新建项目 ");
        await sheet.Field(16, name).FocusAsync();
        await sheet.Page.Keyboard.PressAsync("Control+End");
        await sheet.Page.Keyboard.TypeAsync("，按台账");
        line.LetAnswersThrough();
        await Expect(sheet.Field(16, name)).ToHaveAttributeAsync("data-text", "今年没有新建项目 ");
        await Expect(sheet.Field(16, name)).ToHaveValueAsync("今年没有新建项目 ，按台账");
        await sheet.Page.Keyboard.PressAsync("Tab");

        await sheet.ExpectNothingUnsavedAsync();
        await sheet.Page.ReloadAsync();
        await sheet.ExpectLiveAsync();
        await sheet.OpenTextAsync(16, name);
        await Expect(sheet.Field(16, name)).ToHaveValueAsync("今年没有新建项目 ，按台账");
    }
}
