using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A number is called wrong when the clerk is done with those it belongs to, not before.</summary>
public sealed partial class TypingOrderTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public Task NumeratorFirst_OverTheOldDenominator_IsCalledWrongOnceTheDenominatorIsLeft() => OnSheetAsync("naiman-tb", async sheet =>
    {
        await FillAsync(sheet);

        await sheet.EnterAsync(3, "numerator", "300");
        await Expect(sheet.Field(3, "denominator")).ToBeFocusedAsync();
        await Expect(sheet.Row(3)).ToHaveAttributeAsync("data-state", "unfinished");
        await Expect(sheet.Row(3).Locator(".field-error")).ToHaveCountAsync(0);

        await sheet.Field(3, "denominator").PressAsync("Tab");
        await Expect(sheet.Row(3).Locator(".field-error")).ToContainTextAsync("不能大于");
        await Expect(sheet.Row(3)).ToHaveAttributeAsync("data-state", "unsaved");

        await sheet.EnterAsync(3, "denominator", "400");
        await sheet.ExpectSavedAsync(3, "numerator", "300");
        Assert.Equal(300m, await portal.StoredAsync("150525", 3, "numerator"));
    });

    [Fact]
    public Task NumeratorFirst_ThenTheDenominator_IsSavedWithoutAnError() => OnSheetAsync("zhalute-tb", async sheet =>
    {
        await FillAsync(sheet);

        await sheet.EnterAsync(3, "numerator", "300");
        await sheet.EnterAsync(3, "denominator", "400");

        await sheet.ExpectSavedAsync(3, "numerator", "300");
        await Expect(sheet.Row(3).Locator(".field-error")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task NumeratorFirst_AndAwayFromTheRow_IsCalledWrong() => OnSheetAsync("zuohou-tb", async sheet =>
    {
        await FillAsync(sheet);

        await sheet.TypeAsync(3, "numerator", "300");
        await sheet.Field(5, "numerator").ClickAsync();

        await Expect(sheet.Row(3).Locator(".field-error")).ToContainTextAsync("不能大于");
    });

    private static async Task FillAsync(EntrySheet sheet)
    {
        await sheet.EnterAsync(3, "denominator", "200");
        await sheet.EnterAsync(3, "numerator", "100");
        await Expect(sheet.Row(3)).ToHaveAttributeAsync("data-state", Saved());
        await sheet.ExpectSavedAsync(3, "denominator", "200");
    }

    private async Task OnSheetAsync(string loginName, Func<EntrySheet, Task> act)
    {
        await using var clerk = await portal.SignInAsync(browser, loginName);
        await act(await EntrySheet.OpenAsync(clerk.Page));
        clerk.AssertNoComplaints();
    }

    [GeneratedRegex("^(saved|warning)$")]
    private static partial Regex Saved();
}
