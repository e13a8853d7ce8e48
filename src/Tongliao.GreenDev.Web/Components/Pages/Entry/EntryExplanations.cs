using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What the clerk typed under the findings of one row, each text with the finding that it answers.</summary>
public sealed class EntryExplanations
{
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);

    /// <summary>As they would be stored, also of findings that are not raised at the moment.</summary>
    public IReadOnlyList<Explanation> Given =>
        [.. typed.Select(pair => new Explanation(pair.Key, pair.Value)).Where(explanation => explanation.Text.Length > 0)];

    /// <summary>What stands in the field of a finding.</summary>
    public string this[string finding]
    {
        get => typed.GetValueOrDefault(finding, "");
        set => typed[finding] = value;
    }

    /// <summary>Puts stored explanations in place of what was typed.</summary>
    public void Show(IEnumerable<Explanation> stored)
    {
        typed.Clear();
        foreach (var (finding, text) in stored)
        {
            typed[finding] = text;
        }
    }
}
