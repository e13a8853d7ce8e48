using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>The entry sheet in a tab, used as a person does: key by key, leaving a field with Tab.</summary>
internal sealed partial class EntrySheet(IPage page)
{
    /// <summary>The one that is open in the demo data.</summary>
    public const string Period = "2025Q4";

    public const string Path = $"/entry?period={Period}";

    public IPage Page => page;

    /// <summary>Says that the line is lost.</summary>
    public ILocator LostNotice => page.Locator("#components-reconnect-modal");

    /// <summary>Says what went wrong with the interactive part.</summary>
    public ILocator FaultNotice => page.Locator("#blazor-error-ui");

    /// <summary>Offers back what was typed and not saved.</summary>
    public ILocator Offer => page.Locator("#unsaved-offer");

    /// <summary>The interactive part once it listens to what is typed.</summary>
    public ILocator Live => page.Locator("[data-island][data-interactive]:not([inert])");

    public static async Task<EntrySheet> OpenAsync(IPage page)
    {
        await page.GotoAsync(Path);
        var sheet = new EntrySheet(page);
        await sheet.ExpectLiveAsync();
        return sheet;
    }

    public ILocator Row(int indicator) => page.Locator($".entry-row[data-indicator='{indicator}']");

    public ILocator Field(int indicator, string name) => Row(indicator).Locator($"[data-field='{name}']");

    /// <summary>Waits until the page listens to what is typed.</summary>
    public async Task ExpectLiveAsync()
    {
        await Expect(Live).ToBeVisibleAsync();
        await Expect(page.Locator(".entry-row")).ToHaveCountAsync(21);
    }

    /// <summary>Waits until the page says that the number is saved; a row that asks for an explanation (需核对) is.</summary>
    public async Task ExpectSavedAsync(int indicator, string name, string number)
    {
        await Expect(Field(indicator, name)).ToHaveAttributeAsync("data-saved", new Regex($@"\|{Regex.Escape(number)}$"));
        await Expect(Row(indicator)).ToHaveAttributeAsync("data-state", Saved());
    }

    /// <summary>Waits until the tab keeps no unsaved text, so that none will be offered later either.</summary>
    public async Task ExpectNothingUnsavedAsync()
    {
        await page.WaitForFunctionAsync("() => !Object.keys(sessionStorage).some(key => key.startsWith('greendev:'))", null, new() { Timeout = PortalBrowser.ExpectMilliseconds });
        await Expect(Offer).ToBeHiddenAsync();
    }

    /// <summary>Unfolds 说明 or 不适用 if the field is one of a text.</summary>
    public async Task OpenTextAsync(int indicator, string name)
    {
        if (name is "note" or "reason" && !await Field(indicator, name).IsVisibleAsync())
        {
            var folded = name == "note" ? "note" : "na";
            if (!await Field(indicator, folded).IsVisibleAsync())
            {
                await Row(indicator).Locator($"[data-toggle='{folded}']").ClickAsync();
            }

            if (name == "reason")
            {
                await Field(indicator, "na").CheckAsync();
            }
        }

        await Expect(Field(indicator, name)).ToBeVisibleAsync();
    }

    /// <summary>Types and stays in the field.</summary>
    public async Task TypeAsync(int indicator, string name, string text)
    {
        await Field(indicator, name).ClickAsync();
        await Field(indicator, name).PressAsync("Control+A");
        await Field(indicator, name).PressSequentiallyAsync(text);
    }

    /// <summary>Pastes a text as it stands on the clipboard.</summary>
    public Task PasteAsync(int indicator, string name, string text) => Field(indicator, name).EvaluateAsync(
        """
        (field, text) => {
          field.focus();
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
          if (field.dispatchEvent(event)) {
            document.execCommand('insertText', false, text);
          }
        }
        """,
        text);

    /// <summary>Types and leaves the field.</summary>
    public async Task EnterAsync(int indicator, string name, string text)
    {
        await TypeAsync(indicator, name, text);
        await Field(indicator, name).PressAsync("Tab");
    }

    /// <summary>Types, leaves the field and waits until it is saved.</summary>
    public async Task SaveAsync(int indicator, string name, string text)
    {
        await EnterAsync(indicator, name, text);
        await ExpectSavedAsync(indicator, name, text);
    }

    [GeneratedRegex("^(saved|warning)$")]
    private static partial Regex Saved();
}
