using System.Text.RegularExpressions;
using Tongliao.GreenDev.Web.Tests.Hosting;

namespace Tongliao.GreenDev.Web.Tests.Theme;

/// <summary>Thousands of MudBlazor's class names have no prefix: one of ours that is among them would become what it says there, such as a solid green box.</summary>
public sealed partial class ClassNameTests
{
    /// <summary>Blazor's own script looks for it; MudBlazor styles no more than the link it is.</summary>
    private const string OfBlazor = "reload";

    private static readonly string[] Folders = ["Components", "wwwroot"];

    [Fact]
    public async Task ClassNames_OfThePortal_AreNoneOfMudBlazors()
    {
        await using var host = await TestHost.StartAsync();
        var theirs = NamesIn(await host.Client.GetStringAsync("/lib/mudblazor/mudblazor.min.css"))
            .Where(name => !name.StartsWith("mud-", StringComparison.Ordinal)).ToHashSet();
        var ours = Files("*.css").SelectMany(NamesIn)
            .Concat(Files("*.razor").Concat(Files("*.cs")).SelectMany(text => Attribute().Matches(text)).SelectMany(match => Word().Matches(match.Value)).Select(match => match.Value))
            .Concat(Files("*.cs").Concat(Files("*.razor")).SelectMany(text => Switched().Matches(text)).Select(match => match.Groups[1].Value))
            .ToHashSet();

        Assert.Contains("green", theirs);
        Assert.Contains("is-green", ours);
        Assert.Equal([OfBlazor], ours.Intersect(theirs).Order());
    }

    /// <summary>What one page alone has stands in that page's own style sheet, what none has nowhere.</summary>
    [Fact]
    public async Task ClassNames_OfTheSharedStyleSheet_OccurOutsideIt()
    {
        var written = Files("*.razor").SelectMany(text => Attribute().Matches(text)).Concat(Files("*.cs").SelectMany(text => Literal().Matches(text)))
            .Select(match => match.Value).Concat(Files("*.js")).SelectMany(text => Part().Matches(text)).Select(match => match.Value).ToHashSet();

        var shared = NamesIn(await File.ReadAllTextAsync(Path.Combine(SourceFolder.Web, "wwwroot", "app.css"), TestContext.Current.CancellationToken))
            .Where(name => !name.StartsWith("mud-", StringComparison.Ordinal)).Distinct().ToList();

        Assert.Contains("filterbar", shared);
        Assert.Empty(shared.Except(written));
    }

    [Fact]
    public async Task StyleSheet_OfMudBlazor_LiesInALayer()
    {
        await using var host = await TestHost.StartAsync();

        var style = await host.Client.GetStringAsync("/lib/mudblazor/mudblazor.min.css");

        Assert.StartsWith("@layer mudblazor{", style, StringComparison.Ordinal);
        Assert.Equal(style.Count(letter => letter == '{'), style.Count(letter => letter == '}'));
    }

    private static IEnumerable<string> Files(string pattern) =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SourceFolder.Web, folder), pattern, SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}lib{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText);

    private static IEnumerable<string> NamesIn(string style) =>
        Name().Matches(Declarations().Replace(Comment().Replace(style, ""), "{}")).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"\.([A-Za-z_][\w-]*)")]
    private static partial Regex Name();

    [GeneratedRegex("[Cc]lass(=\"|\", \")[^\"]*(\"[^\"]*\"[^\"]*)*?\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("[a-z][a-z-]+")]
    private static partial Regex Word();

    [GeneratedRegex("[a-z][a-z-]*")]
    private static partial Regex Part();

    [GeneratedRegex("\"[^\"\n]*\"")]
    private static partial Regex Literal();

    /// <summary>The arm of a switch on a state.</summary>
    [GeneratedRegex("=> \"((?:is-)?(?:green|amber|red|grey))\"")]
    private static partial Regex Switched();
}
