namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>
/// The operating system account PostgreSQL runs under: the portal's own, or, because the server refuses root,
/// <c>postgres</c> or <c>nobody</c> when the portal runs as root.
/// </summary>
internal sealed class ServerAccount
{
    // $0 and $@ are the program and its arguments, passed as such: nothing is pasted into the script.
    private const string SuScript = "exec \"$0\" \"$@\"";

    private readonly string? user;
    private readonly IReadOnlyList<string> prefix;

    private ServerAccount(string? user, IReadOnlyList<string> prefix) => (this.user, this.prefix) = (user, prefix);

    public static async Task<ServerAccount> DetectAsync(CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new ServerAccount(null, []);
        }

        var user = (await ChildProcess.RunAsync("id", ["-u", "postgres"], null, ct)).Succeeded ? "postgres" : "nobody";
        return new ServerAccount(user, await SwitchToAsync(user, ct));
    }

    public Task<ChildResult> RunAsync(
        string program, IEnumerable<string> arguments, string? workingDirectory, CancellationToken ct)
    {
        string[] line = [.. prefix, program, .. arguments];
        return ChildProcess.RunAsync(line[0], line[1..], workingDirectory, ct);
    }

    /// <summary>Gives a file, or a folder with all that is in it, to the server's account.</summary>
    public async Task GiveAsync(string path, CancellationToken ct)
    {
        if (user is null)
        {
            return;
        }

        // -h: a link planted inside changes hands itself, never what it points to.
        var result = await ChildProcess.RunAsync("chown", ["-R", "-h", user, path], null, ct);
        if (!result.Succeeded)
        {
            throw new EmbeddedServerException(
                $"无法把 {path} 交给系统用户 {user}：{result.Output}。请把 GREENDEV_DATA 设为本机磁盘上的目录。");
        }
    }

    /// <summary>Refuses a data folder which the server's account cannot enter, and names the folder that bars it.</summary>
    public async Task RequireReachAsync(string folder, CancellationToken ct)
    {
        if (user is null || await CanEnterAsync(folder, ct))
        {
            return;
        }

        var barred = folder;
        for (var parent = Path.GetDirectoryName(folder); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (await CanEnterAsync(parent, ct))
            {
                break;
            }

            barred = parent;
        }

        throw new EmbeddedServerException(
            $"""
            门户以 root 运行，内置数据库须改用系统用户 {user} 运行，但该用户无法进入目录 {barred}，因此用不了数据目录 {folder}。
            请任选其一：
              1. 把 GREENDEV_DATA 设为该用户能到达的目录，例如 GREENDEV_DATA=/var/lib/greendev
              2. 用普通用户（不是 root）运行门户
              3. 允许其他用户穿过该目录：chmod o+x {barred}
            """);
    }

    private async Task<bool> CanEnterAsync(string folder, CancellationToken ct) =>
        (await RunAsync("test", ["-x", folder], "/", ct)).Succeeded;

    private static async Task<IReadOnlyList<string>> SwitchToAsync(string user, CancellationToken ct)
    {
        if (ChildProcess.Find("runuser") is { } runuser)
        {
            return [runuser, "-u", user, "--"];
        }

        if (ChildProcess.Find("setpriv") is { } setpriv)
        {
            var group = (await ChildProcess.RunAsync("id", ["-g", user], null, ct)).Output;
            return [setpriv, $"--reuid={user}", $"--regid={group}", "--init-groups", "--"];
        }

        return ChildProcess.Find("su") is { } su
            ? [su, "-s", "/bin/sh", "-c", SuScript, "--", user]
            : throw new EmbeddedServerException(
                $"门户以 root 运行，但系统里没有 runuser、setpriv 或 su，无法改用系统用户 {user} 启动内置数据库。"
                + "请用普通用户运行门户，或设置 ConnectionStrings__GreenDev 使用已有的数据库服务器。");
    }
}
