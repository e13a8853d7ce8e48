using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>What has changed since the moment as of which a page is seen (截至), to be told.</summary>
/// <param name="Summary">For example 此后3个数值、2个灯色有变化.</param>
/// <param name="Lines">One by one.</param>
public sealed record AsOfChanges(string Summary, IReadOnlyList<AsOfChange> Lines)
{
    public static AsOfChanges None { get; } = new("此后没有变化", []);

    /// <summary>Of lights.</summary>
    /// <param name="since">Null for a page that is seen as it is now.</param>
    /// <param name="withQuarter">They are of several quarters.</param>
    public static AsOfChanges Of(IReadOnlyList<ChangedLight>? since, bool withQuarter = false) => Of(
        [.. (since ?? []).Select(change => Line(change, withQuarter))],
        ("个数值", since?.Count(change => change.IsOtherValue)),
        ("个灯色", since?.Count(change => change.IsOtherLight)),
        ("项审核情况或差距", since?.Count(change => change is { IsOtherValue: false, IsOtherLight: false })));

    /// <summary>Of whatever is counted.</summary>
    public static AsOfChanges Of(IReadOnlyList<AsOfChange> lines, params IEnumerable<(string Unit, int? Count)> counts)
    {
        var parts = counts.Where(count => count.Count > 0).Select(count => $"{count.Count}{count.Unit}");
        return lines.Count == 0 ? None : new AsOfChanges($"此后{string.Join('、', parts)}有变化", lines);
    }

    private static AsOfChange Line(ChangedLight change, bool withQuarter) => new(
        $"{(withQuarter ? change.Quarter.ChineseName + " " : "")}{change.Before.Indicator.Number} {change.Before.Indicator.ShortName} · {change.Unit.ShortName}",
        Light(change.Before),
        Light(change.After))
    {
        BeforeClass = RagColour.Of(change.Before.State),
        AfterClass = RagColour.Of(change.After.State),
    };

    private static string Light(IndicatorRating rating) =>
        $"{rating.State.Mark()} {rating.State.Word()} {rating.Words.CellWithUnit}".TrimEnd() + (rating.IsProvisional ? " 暂" : "");
}
