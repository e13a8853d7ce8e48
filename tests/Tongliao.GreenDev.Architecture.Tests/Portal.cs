using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Tongliao.GreenDev.Architecture.Tests;

/// <summary>The compiled portal, as the rules look at it, and its source.</summary>
internal static class Portal
{
    public static readonly Assembly Domain = typeof(Domain.Plans.Plan).Assembly;
    public static readonly Assembly Application = typeof(Application.ApplicationServices).Assembly;
    public static readonly Assembly Web = typeof(Web.Components.App).Assembly;
    public static readonly Assembly EmbeddedPostgres = typeof(EmbeddedPostgres.EmbeddedServer).Assembly;

    public static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies(Domain, Application, Web, EmbeddedPostgres).Build();

    /// <summary>The folder with the solution, above the one that the tests were built into.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    private static string FindRoot(DirectoryInfo folder) =>
        folder.GetFiles("*.sln").Length > 0 ? folder.FullName : FindRoot(folder.Parent!);
}
