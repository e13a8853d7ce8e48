namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Where the portal keeps what it writes: <c>GREENDEV_DATA</c>, or <c>.data</c> at the repository root, or <c>.data</c> where it was started.</summary>
public static class DataFolder
{
    public const string Key = "GREENDEV_DATA";

    public static string Find(IConfiguration configuration) =>
        Path.GetFullPath(configuration[Key] is { Length: > 0 } given ? given : Path.Combine(RepositoryRoot() ?? Directory.GetCurrentDirectory(), ".data"));

    private static string? RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Tongliao.GreenDev.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
