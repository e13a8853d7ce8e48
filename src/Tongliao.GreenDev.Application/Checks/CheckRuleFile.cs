using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>Reads the catalogue of check rules (校核规则) that the portal is delivered with.</summary>
public static class CheckRuleFile
{
    /// <summary>Why the rules of the file are there.</summary>
    public const string Reason = "随平台发布";

    private const string Name = "checks.json";

    /// <summary>The rules as delivered, each in its first version and with nothing set.</summary>
    /// <exception cref="InvalidOperationException">The file has faults; all of them are told.</exception>
    public static IReadOnlyList<CheckRule> LoadBuiltIn(Recording recorded)
    {
        using var json = DeliveredFile.Open(Name);
        return Load(json, recorded);
    }

    /// <inheritdoc cref="LoadBuiltIn"/>
    internal static IReadOnlyList<CheckRule> Load(Stream json, Recording recorded)
    {
        var rules = DeliveredFile.Read<FileRule>(json);
        var faults = Faults(rules).ToList();
        return faults.Count == 0
            ? [.. rules.Select(rule => rule.ToRule(recorded))]
            : throw new InvalidOperationException($"{Name}: {string.Join("; ", faults)}");
    }

    private static IEnumerable<string> Faults(List<FileRule> rules)
    {
        foreach (var (rule, index) in rules.Select((rule, index) => (rule, index)))
        {
            if (rule.Number != index + 1)
            {
                yield return $"rule {rule.Number} stands at place {index + 1}";
            }

            if (new[] { rule.Title, rule.Wording, rule.Basis }.Any(string.IsNullOrWhiteSpace))
            {
                yield return $"rule {rule.Number} lacks a text";
            }

            foreach (var parameter in rule.Parameters.Where(p => p.Default < p.Least || p.Default > p.Most || rule.Parameters.Count(other => other.Key == p.Key) > 1))
            {
                yield return $"rule {rule.Number}: parameter {parameter.Key} is doubled or outside its own range";
            }
        }

        foreach (var code in rules.Select(rule => rule.Code).Concat(CheckCode.All.Select(code => code.Name)).Distinct())
        {
            if (rules.Count(rule => rule.Code == code) != 1 || !CheckCode.All.Any(known => known.Name == code))
            {
                yield return $"{code} is not exactly one rule here and one code of the engine";
            }
        }
    }

    private sealed record FileRule(
        int Number, string Code, FindingSeverity Severity, string Title, string Wording, string Basis, IReadOnlyList<CheckParameter> Parameters)
    {
        public CheckRule ToRule(Recording recorded) => new()
        {
            Number = Number,
            Version = 1,
            Code = Code,
            Severity = Severity,
            Title = Title,
            Wording = Wording,
            Basis = Basis,
            Parameters = Parameters,
            Settings = [],
            Reason = Reason,
            Recorded = recorded,
        };
    }
}
