using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.Architecture.Tests;

/// <summary>What the documents name is there.</summary>
public sealed partial class DocumentTests
{
    [Theory]
    [InlineData("glossary.md", 40)]
    [InlineData("architecture.md", 40)]
    public void Document_NamesInCode_StandInTheSource(string document, int atLeast)
    {
        var words = SourceFile.All(".cs", ".razor").SelectMany(file => Word().Matches(file.Text).Select(word => word.Value))
            .Concat(SourceFile.All(".cs").SelectMany(file => file.Folder.Split('/', '\\', '.'))).ToHashSet();
        var text = File.ReadAllText(Path.Combine(Portal.Root, "docs", document));
        var names = Code().Matches(text).Select(code => code.Groups["name"].Value)
            .Where(name => !name.StartsWith('…') && !name.EndsWith(".js", StringComparison.Ordinal))
            .SelectMany(name => Word().Matches(name).Select(word => word.Value)).Distinct().ToList();

        Assert.True(names.Count >= atLeast, $"{names.Count} names");
        Assert.Equal([], names.Except(words));
    }

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
