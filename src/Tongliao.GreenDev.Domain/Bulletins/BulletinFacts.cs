using System.Globalization;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>
/// Every number that a bulletin of a quarter can say, told when it is asked for. A key names the unit and what is asked of it (全市.达标), for one
/// light its indicator before both (3.科尔沁区.差距), or what is asked of the plan alone (指标数).
/// </summary>
public sealed class BulletinFacts
{
    /// <summary>What is asked of a light for a narrow cell: its mark and its value.</summary>
    public const string Cell = BulletinLightFacts.Cell;

    private readonly Dictionary<string, ReportingUnit> units;
    private readonly Dictionary<string, BulletinFact?> known = new(StringComparer.Ordinal);

    public BulletinFacts(BulletinData data)
    {
        Data = data;
        units = data.Plan.Regions.All.ToDictionary(NameOf, StringComparer.Ordinal);
    }

    public BulletinData Data { get; }

    /// <summary>What can be asked of the plan.</summary>
    public static IEnumerable<string> OfPlan => BulletinPlanFacts.All.Keys;

    /// <summary>What can be asked of a unit or whole.</summary>
    public static IEnumerable<string> OfUnit => BulletinUnitFacts.All.Keys;

    /// <summary>What can be asked of one light.</summary>
    public static IEnumerable<string> OfLight => BulletinLightFacts.All.Keys;

    /// <summary>The number of a key; null for a key that there is not.</summary>
    public BulletinFact? Find(string key)
    {
        if (!known.TryGetValue(key, out var fact))
        {
            known[key] = fact = Tell(key);
        }

        return fact;
    }

    /// <summary>The text of a key's number; null for a key that there is not.</summary>
    public string? TextOf(string key) => Find(key)?.Text;

    /// <summary>The numbers that some text says, in its order.</summary>
    public IReadOnlyList<BulletinFact> In(string text) => [.. BulletinText.Keys(text).Select(Find).OfType<BulletinFact>()];

    /// <summary>The keys in some text that there are not.</summary>
    public IReadOnlyList<string> UnknownIn(string text) => [.. BulletinText.Keys(text).Where(key => Find(key) is null)];

    /// <summary>A unit as keys name it: by its short name, and with its code where others are called the same.</summary>
    public string NameOf(ReportingUnit unit) =>
        Data.Plan.Regions.All.Count(other => other.ShortName == unit.ShortName) > 1 ? $"{unit.ShortName}（{unit.Code}）" : unit.ShortName;

    public string KeyOf(ReportingUnit unit, string asked) => $"{NameOf(unit)}.{asked}";

    public string KeyOf(int indicator, ReportingUnit unit, string asked) => string.Create(CultureInfo.InvariantCulture, $"{indicator}.{NameOf(unit)}.{asked}");

    private BulletinFact? Tell(string key)
    {
        if (BulletinPlanFacts.All.TryGetValue(key, out var tell))
        {
            return new BulletinFact(key, tell(Data), new BulletinSource(BulletinTopic.Dashboard, null, null));
        }

        var (first, last) = (key.IndexOf('.', StringComparison.Ordinal), key.LastIndexOf('.'));
        if (first < 0)
        {
            return null;
        }

        var asked = key[(last + 1)..];
        return first < last && int.TryParse(key.AsSpan(0, first), NumberStyles.None, CultureInfo.InvariantCulture, out var indicator)
            ? OfOneLight(key, indicator, key[(first + 1)..last], asked)
            : OfOneUnit(key, key[..last], asked);
    }

    private BulletinFact? OfOneUnit(string key, string name, string asked) =>
        units.TryGetValue(name, out var unit) && BulletinUnitFacts.All.TryGetValue(asked, out var told)
            ? new BulletinFact(key, told.Text(Data, unit), new BulletinSource(told.Topic, unit.Code, null))
            : null;

    private BulletinFact? OfOneLight(string key, int indicator, string name, string asked) =>
        units.TryGetValue(name, out var unit) && BulletinLightFacts.All.TryGetValue(asked, out var tell) && Data.Find(indicator, unit) is { } rating
            ? new BulletinFact(key, tell(Data, unit, rating), new BulletinSource(BulletinTopic.Light, unit.Code, indicator))
            : null;
}
