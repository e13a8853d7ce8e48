namespace Tongliao.GreenDev.Web.CommandLine;

/// <summary>Arguments of a verb: <c>--name value</c> pairs and plain ones.</summary>
public sealed class VerbArguments
{
    private readonly Dictionary<string, string> named = [];
    private readonly List<string> plain = [];
    private readonly HashSet<string> used = [];
    private int taken;

    /// <exception cref="UsageException">An option without a value, or given twice.</exception>
    public VerbArguments(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                plain.Add(arguments[i]);
            }
            else
            {
                var option = arguments[i];
                if (++i >= arguments.Count || !named.TryAdd(option[2..], arguments[i]))
                {
                    throw new UsageException($"选项 {option} 缺少值或重复。");
                }
            }
        }
    }

    public string? Optional(string name)
    {
        used.Add(name);
        return named.GetValueOrDefault(name);
    }

    /// <exception cref="UsageException">Missing.</exception>
    public string Required(string name) => Optional(name) ?? throw new UsageException($"缺少选项 --{name}。");

    /// <exception cref="UsageException">Missing.</exception>
    public string Next(string what) => taken < plain.Count && plain[taken].Length > 0 ? plain[taken++] : throw new UsageException($"缺少{what}。");

    /// <summary>Every argument must have had a meaning.</summary>
    /// <exception cref="UsageException">One had none.</exception>
    public void RefuseLeftovers()
    {
        if (taken < plain.Count)
        {
            throw new UsageException($"多余的参数 {plain[taken]}。");
        }

        if (named.Keys.FirstOrDefault(name => !used.Contains(name)) is { } unknown)
        {
            throw new UsageException($"未知选项 --{unknown}。");
        }
    }
}
