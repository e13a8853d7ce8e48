namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>The catalogue of check rules (校核规则) with every version that was ever recorded. Immutable.</summary>
public sealed class CheckRules
{
    private readonly Dictionary<string, CheckRule> current;
    private readonly ILookup<string, CheckRule> versions;

    /// <exception cref="InvalidOperationException">A rule that the engine needs is not there.</exception>
    public CheckRules(IReadOnlyCollection<CheckRule> recorded)
    {
        versions = recorded.OrderByDescending(rule => rule.Version).ToLookup(rule => rule.Code);
        current = versions.ToDictionary(rule => rule.Key, rule => rule.First());
        All = [.. CheckCode.All.Select(code => this[code]).OrderBy(rule => rule.Number)];
        Limits = CheckLimits.Of(this);
    }

    /// <summary>By number.</summary>
    public IReadOnlyList<CheckRule> All { get; }

    /// <summary>The thresholds in force.</summary>
    public CheckLimits Limits { get; }

    public CheckRule this[CheckCode code] =>
        current.GetValueOrDefault(code.Name) ?? throw new InvalidOperationException($"There is no check rule {code}.");

    /// <summary>As they were at a moment; a rule that came later as it came.</summary>
    public CheckRules KnownAt(DateTimeOffset moment) => new(
        [.. versions.SelectMany(rule => rule.Where(version => version.Recorded.IsKnownAt(moment)).DefaultIfEmpty(rule.Last()))]);

    /// <summary>Every version of a rule, the latest first.</summary>
    public IEnumerable<CheckRule> VersionsOf(CheckRule rule) => versions[rule.Code];
}
