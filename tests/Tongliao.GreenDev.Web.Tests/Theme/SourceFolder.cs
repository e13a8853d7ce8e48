using System.Runtime.CompilerServices;

namespace Tongliao.GreenDev.Web.Tests.Theme;

/// <summary>The source of the portal's pages, where no build has touched it.</summary>
internal static class SourceFolder
{
    public static string Web { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/Tongliao.GreenDev.Web"));

    private static string Here([CallerFilePath] string path = "") => path;
}
