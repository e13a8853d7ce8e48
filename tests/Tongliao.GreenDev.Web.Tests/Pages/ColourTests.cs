using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>Colours stand in app.css alone; scripts ask for them by name.</summary>
public sealed partial class ColourTests
{
    [Fact]
    public async Task Scripts_NameOnlyColoursOfTheStyleSheet_AndHaveNoneOfTheirOwn()
    {
        await using var host = await Hosting.TestHost.StartAsync();
        var defined = Definition().Matches(await host.Client.GetStringAsync("/app.css")).Select(match => match.Groups[1].Value).ToHashSet();

        var chart = await host.Client.GetStringAsync("/indicator-chart.js");

        var asked = Asked().Matches(chart).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(asked);
        Assert.Subset(defined, asked.ToHashSet());
        Assert.DoesNotMatch("#[0-9a-fA-F]{3,8}", chart);
    }

    [GeneratedRegex(@"--([a-z0-9-]+):")]
    private static partial Regex Definition();

    [GeneratedRegex(@"colour\('([a-z0-9-]+)'\)")]
    private static partial Regex Asked();
}
