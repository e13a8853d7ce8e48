using System.Globalization;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>The annex of a bulletin: every indicator with what was due, what it is, its light, and the units; of a plan with too many units which of them are behind.</summary>
internal static class BulletinTable
{
    private static readonly string[] OfWhole = ["全年目标", "应达条件", "数值", "判定"];
    private static readonly string[] BehindWords = ["预警单位", "滞后单位"];

    /// <param name="numbers">Of the quarter.</param>
    /// <param name="linked">A number as it stands in the document.</param>
    public static DocumentTable Of(BulletinFacts numbers, Func<string, DocumentRun?> linked)
    {
        var plan = numbers.Data.Plan;
        var (whole, parts) = (plan.City, numbers.Data.Parts);
        return new DocumentTable(
            ["序号", "指标", "全年目标", $"{whole.ShortName}应达", $"{whole.ShortName}数值", "判定", .. parts.Count > 0 ? parts.Select(unit => unit.ShortName) : BehindWords],
            [3, 14, 10, 10, 10, 6, .. parts.Count > 0 ? parts.Select(_ => 8) : [36, 36]],
            [.. plan.Indicators.Select(indicator => (IReadOnlyList<DocumentRun>)[.. Cells(indicator)])])
        {
            IsWide = true,
            Note = "图例：" + StateLooks.Legend(),
        };

        IEnumerable<DocumentRun> Cells(Indicator indicator) =>
        [
            new DocumentRun(indicator.Number.ToString(CultureInfo.InvariantCulture)),
            new DocumentRun(indicator.ShortName),
            .. OfWhole.Select(asked => Cell(indicator, whole, asked)),
            .. parts.Count > 0 ? parts.Select(unit => Cell(indicator, unit, BulletinFacts.Cell)) : BehindWords.Select(asked => Cell(indicator, whole, asked)),
        ];

        DocumentRun Cell(Indicator indicator, ReportingUnit unit, string asked) =>
            linked(numbers.KeyOf(indicator.Number, unit, asked)) ?? new DocumentRun("—");
    }
}
