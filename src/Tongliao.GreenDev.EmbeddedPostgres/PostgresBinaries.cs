using System.Globalization;
using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>A folder with PostgreSQL's server programs, and their major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest version that is supported; older ones are not tried.</summary>
    public const int OldestMajor = 15;

    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    public string Initdb => Program(Folder, "initdb");

    public string PgCtl => Program(Folder, "pg_ctl");

    /// <param name="clusterMajor">The version that made the existing cluster; null for a new one.</param>
    /// <param name="ct">Ends the search.</param>
    public static async Task<PostgresBinaries> LocateAsync(int? clusterMajor, CancellationToken ct)
    {
        var found = new SortedSet<int>();
        foreach (var folder in await CandidatesAsync(ct))
        {
            if (await VersionInAsync(folder, ct) is not { } major)
            {
                continue;
            }

            found.Add(major);
            if (major == clusterMajor || (clusterMajor is null && major >= OldestMajor))
            {
                return new PostgresBinaries(folder, major);
            }
        }

        throw new EmbeddedServerException(Explain(clusterMajor, found));
    }

    private static async Task<IEnumerable<string>> CandidatesAsync(CancellationToken ct)
    {
        var config = await ChildProcess.RunAsync("pg_config", ["--bindir"], null, ct);
        string[] installed = config.Succeeded ? [config.Output] : [];
        return ChildProcess.SearchPath().Concat(installed).Concat(UsualFolders()).Distinct().Where(IsServerFolder);
    }

    /// <summary>Where packages put the server, the highest version first.</summary>
    private static IEnumerable<string> UsualFolders()
    {
        (string Root, string Pattern)[] places = OperatingSystem.IsWindows()
            ? [(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*")]
            :
            [
                ("/usr/lib/postgresql", "*"), ("/usr", "pgsql-*"), ("/usr/libexec", "postgresql*"),
                ("/opt/homebrew/opt", "postgresql*"), ("/usr/local/opt", "postgresql*"), ("/usr/local", "pgsql*"),
            ];
        return places
            .Where(place => Directory.Exists(place.Root))
            .SelectMany(place => Directory.EnumerateDirectories(place.Root, place.Pattern))
            .OrderByDescending(folder => Number().Match(Path.GetFileName(folder)) is { Success: true } number
                ? int.Parse(number.Value, CultureInfo.InvariantCulture)
                : 0)
            .SelectMany(folder => new[] { Path.Combine(folder, "bin"), folder });
    }

    private static bool IsServerFolder(string folder) =>
        File.Exists(Program(folder, "initdb"))
        && File.Exists(Program(folder, "pg_ctl"))
        && File.Exists(Program(folder, "postgres"));

    private static async Task<int?> VersionInAsync(string folder, CancellationToken ct)
    {
        var result = await ChildProcess.RunAsync(Program(folder, "postgres"), ["--version"], null, ct);
        return result.Succeeded && Version().Match(result.Output) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;
    }

    private static string Program(string folder, string name) => Path.Combine(folder, name + Suffix);

    private static string Explain(int? clusterMajor, SortedSet<int> found) => (clusterMajor, found.Count) switch
    {
        ({ } major, > 0) =>
            $"""
            数据目录由 PostgreSQL {major} 建立，本机只有 PostgreSQL {string.Join("、", found)}，两者数据格式不同，不能混用。数据未被改动。请任选其一：
              1. 安装 PostgreSQL {major}（Debian/Ubuntu：apt-get install -y postgresql-{major}；macOS：brew install postgresql@{major}）后重新启动
              2. 在装有 PostgreSQL {major} 的机器上用这个数据目录启动平台，以 pg_dump --clean --if-exists 导出；再在本机用新的空 GREENDEV_DATA 启动平台，以 psql 导入后重新启动（步骤见 docs/operations.md）
            """,
        (null, > 0) =>
            $"本机的 PostgreSQL {string.Join("、", found)} 版本过旧，需要 {OldestMajor} 或更新的版本。\n{HowToInstall}",
        _ => $"没有找到 PostgreSQL 服务器程序（initdb、pg_ctl、postgres）。\n{HowToInstall}",
    };

    private const string HowToInstall =
        """
        请任选其一：
          1. 安装 PostgreSQL 后重新启动：
               Debian/Ubuntu：apt-get install -y postgresql
               RHEL/openEuler：dnf install -y postgresql-server
               macOS：brew install postgresql@17
               Windows：winget install PostgreSQL.PostgreSQL.17
          2. 使用已有的数据库服务器：设置环境变量 ConnectionStrings__GreenDev，
             例如 Host=127.0.0.1;Database=greendev;Username=greendev;Password=……
        """;

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
