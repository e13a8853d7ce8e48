using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>What a bulletin says of one light.</summary>
internal static class BulletinLightFacts
{
    /// <summary>Mark and value together, as a cell of the annex has room for it.</summary>
    public const string Cell = "格";

    public static readonly Dictionary<string, Func<BulletinData, ReportingUnit, IndicatorRating, string>> All = new(StringComparer.Ordinal)
    {
        ["数值"] = (_, _, rating) => OrState(rating, rating.Words.Value),
        ["应达"] = (_, _, rating) => Or(Close(rating.Words.Expected), "未到考核期"),
        ["应达条件"] = (_, _, rating) => Or(rating.Words.ExpectedAsCondition, "未到考核期"),
        ["全年目标"] = (_, _, rating) => rating.Words.YearTarget,
        ["差距"] = (_, _, rating) => Gap(rating),
        ["差距折合"] = (data, _, rating) => data.GapOf(rating)?.Words is { Brief: { Length: > 0 } work } ? work : "没有差距",
        ["判定"] = (_, _, rating) => rating.State.Word(),
        ["较上季度"] = (_, _, rating) => Or(rating.Words.ChangeOnQuarter, "没有可比数据"),
        ["较上年同期"] = (_, _, rating) => Or(rating.Words.ChangeOnYear, "没有可比数据"),
        ["滞后单位"] = (data, unit, rating) => Members(data, unit, rating, RagStatus.Red),
        ["预警单位"] = (data, unit, rating) => Members(data, unit, rating, RagStatus.Amber),
        [Cell] = (_, _, rating) => rating.State.Mark() + rating.Words.Cell,
    };

    private static string Gap(IndicatorRating rating) => rating.State switch
    {
        RagStatus.Green => "没有差距",
        _ => OrState(rating, Close(rating.Words.Gap)),
    };

    /// <summary>For example 奈曼旗（80.0%）、库伦旗（82.5%）.</summary>
    private static string Members(BulletinData data, ReportingUnit unit, IndicatorRating rating, RagStatus state) => BulletinWords.List(
        [
            .. unit.Reporting.Where(member => data.Find(rating.Indicator.Number, member)?.State == state)
                .Select(member => $"{member.ShortName}（{data.Find(rating.Indicator.Number, member)!.Words.Value}）"),
        ],
        "个单位");

    private static string OrState(IndicatorRating rating, string words) => Or(words, rating.State.Word());

    private static string Or(string words, string otherwise) => words.Length > 0 ? words : otherwise;

    /// <summary>Words of the screens have a space before the number.</summary>
    private static string Close(string words) => words.Replace(" ", "", StringComparison.Ordinal);
}
