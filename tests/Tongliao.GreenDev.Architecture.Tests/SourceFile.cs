namespace Tongliao.GreenDev.Architecture.Tests;

/// <summary>One hand-written file of a project, as it stands in <c>src</c>.</summary>
/// <param name="Name">With its folders below <c>src</c>.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record SourceFile(string Name, string Text)
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "Migrations"];

    public string Folder => Path.GetDirectoryName(Name)!;

    /// <summary>What it is about: a component's markup and code have one.</summary>
    public string Subject => Path.GetFileName(Name).Split('.')[0];

    public static IReadOnlyList<SourceFile> All(params IReadOnlyCollection<string> extensions)
    {
        var source = Path.Combine(Portal.Root, "src");
        return [.. Directory.EnumerateDirectories(source, "Tongliao.GreenDev.*")
            .SelectMany(project => Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories))
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Select(file => Path.GetRelativePath(source, file))
            .Where(name => !name.Split(Path.DirectorySeparatorChar).Intersect(Generated).Any())
            .Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(source, name))))];
    }
}
