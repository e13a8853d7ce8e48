namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>
/// Pages in light and dark, wide, enlarged and on a phone. Enlarged nothing new is drawn: it is asked only whether all of it still fits. The other colours
/// are the same at any width.
/// </summary>
internal static class EveryLook
{
    private const int Wide = 1366;
    private const int Phone = 390;

    /// <summary>What is wrong with them: faults of accessibility, and pages wider than the screen. Each answers, has one heading and says that the data is a demo.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(PortalVisitor visitor, IReadOnlyList<string> addresses)
    {
        var page = visitor.Page;
        var faults = new List<string>();
        foreach (var (width, height) in new[] { (Wide, 768), (683, 384), (Phone, 844) })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var address in addresses)
            {
                var response = await page.GotoAsync(address);
                Assert.True(response!.Ok, $"{address} answered {response.Status}.");
                await Expect(page.Locator("h1")).ToHaveCountAsync(1);
                await Expect(page.Locator(".demo").First).ToContainTextAsync("演示数据");
                await Expect(page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);
                if (width is Wide or Phone)
                {
                    await visitor.ShowInAsync(ColorScheme.Light);
                    faults.AddRange((await PortalVisitor.FaultsAsync(page)).Select(fault => $"{address} {width} light: {fault}"));
                }

                if (width == Wide)
                {
                    await visitor.ShowInAsync(ColorScheme.Dark);
                    faults.AddRange((await PortalVisitor.ColourFaultsAsync(page)).Select(fault => $"{address} {width} dark: {fault}"));
                }

                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
                {
                    faults.Add($"{address} {width}: {wide} wide");
                }
            }
        }

        return faults;
    }
}
