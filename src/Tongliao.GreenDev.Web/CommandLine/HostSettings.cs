namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>Settings that may stand on the command line: the host's, such as <c>--urls=…</c>, the portal's own, and <c>--Section:Name …</c>.</summary>
internal static class HostSettings
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        WebHostDefaults.ServerUrlsKey,
        WebHostDefaults.HttpPortsKey,
        WebHostDefaults.HttpsPortsKey,
        WebHostDefaults.WebRootKey,
        WebHostDefaults.DetailedErrorsKey,
        WebHostDefaults.ShutdownTimeoutKey,
        HostDefaults.ApplicationKey,
        HostDefaults.ContentRootKey,
        HostDefaults.EnvironmentKey,
        "AllowedHosts",
        "ReloadStaticAssetsAtRuntime",
    };

    /// <summary>Reads as the host does: a name with its value behind an equals sign or in the argument that follows.</summary>
    /// <exception cref="UsageException">One is unknown, or has no value.</exception>
    public static void Require(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith('-'))
            {
                throw new UsageException($"多余的参数 {argument}。");
            }

            var option = argument.Split('=')[0];

            // A section named without a value sets nothing: a host that starts another hands its settings on like this.
            if (!IsKnown(option) && argument != option + "=")
            {
                throw new UsageException($"未知选项 {option}。");
            }

            if (option.Length == argument.Length && ++i >= arguments.Count)
            {
                throw new UsageException($"选项 {option} 缺少值。");
            }
        }
    }

    private static bool IsKnown(string option) => option.StartsWith("--", StringComparison.Ordinal)
        && option[2..] is var name
        && (Names.Contains(name) || name.StartsWith("GREENDEV_", StringComparison.OrdinalIgnoreCase) || name.Contains(':', StringComparison.Ordinal));
}
