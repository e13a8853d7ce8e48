using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>Which texts of a row are longer than their field takes. They stay in the browser, whole; the row is not saved until they are shorter.</summary>
public sealed class OverlongTexts
{
    private readonly SortedList<string, int> lengths = new(0, StringComparer.Ordinal);

    public void Add(string field, int length) => lengths[field] = length;

    public void Remove(string field) => lengths.Remove(field);

    public void Clear() => lengths.Clear();

    /// <summary>A text, not a number, is too long: 备注, 不适用原因 or 说明.</summary>
    public bool HasWords => lengths.Keys.Any(key => key is "note" or "reason" || IsExplanation(key));

    public bool Has(string field) => lengths.ContainsKey(field);

    /// <summary>
    /// The first field that counts: 不适用 stands in place of the numbers, and without it no reason is asked for. An
    /// explanation counts while its finding is raised, which is found out after these.
    /// </summary>
    public string? First(bool isNotApplicable) =>
        lengths.Keys.FirstOrDefault(field => !IsExplanation(field) && (field == "note" || field == "reason" == isNotApplicable));

    /// <summary>Chinese: the fault of the first explanation that is too long, of those that are asked for; null for none. The others are forgotten.</summary>
    public string? FaultOfExplanations(IEnumerable<string> asked)
    {
        var fields = asked.ToList();
        foreach (var field in lengths.Keys.Where(field => IsExplanation(field) && !fields.Contains(field)).ToList())
        {
            lengths.Remove(field);
        }

        return fields.Select(FaultOf).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>Chinese: how long a text is and how long it may be; null when it fits.</summary>
    public string? FaultOf(string field) => !lengths.TryGetValue(field, out var length) ? null : field switch
    {
        "note" => Statement.TooLong("备注", length),
        "reason" => Statement.TooLong("不适用原因", length),
        _ when IsExplanation(field) => Statement.TooLong("说明", length),
        _ => $"已输入{length}字，不是数字，请只填数字（例如1,234.5）",
    };

    private static bool IsExplanation(string field) => field.StartsWith(EntryBlock.ExplanationPrefix, StringComparison.Ordinal);
}
