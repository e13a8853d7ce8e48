using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.Architecture.Tests;

/// <summary>Where a type is found: what others use stands in a file of its name, in the folder of its namespace.</summary>
public sealed partial class FileTests
{
    [Fact]
    public void Type_NamedInAnotherFile_StandsInAFileOfItsName()
    {
        var files = SourceFile.All(".cs", ".razor");
        var users = files
            .SelectMany(file => Word().Matches(file.Text).Select(word => word.Value).Distinct(), (file, word) => (word, Place: (file.Folder, file.Subject)))
            .ToLookup(pair => pair.word, pair => pair.Place);
        var types = files
            .SelectMany(file => TopLevelType().Matches(file.Text), (file, type) => (File: file, Name: type.Groups["name"].Value))
            .ToList();

        Assert.NotEmpty(types);
        Assert.Empty(types
            .Where(type => type.Name != type.File.Subject)
            .Where(type => users[type.Name].Concat(users[Attribute().Replace(type.Name, "")]).Any(place => place != (type.File.Folder, type.File.Subject)))
            .Select(type => $"{type.Name} in {type.File.Name}"));
    }

    [Fact]
    public void Namespace_OfASourceFile_IsItsFolder()
    {
        var files = SourceFile.All(".cs").Where(file => file.Subject != "Program").ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files
            .Where(file => Namespace().Match(file.Text).Groups["name"].Value != file.Folder.Replace(Path.DirectorySeparatorChar, '.'))
            .Select(file => file.Name));
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(public|internal) ((static|sealed|abstract|readonly|partial) )*(class|record( struct)?|struct|enum|interface|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex("Attribute$")]
    private static partial Regex Attribute();
}
