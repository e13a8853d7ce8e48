using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>Sentences of the review.</summary>
public static class ReviewWords
{
    /// <summary>Reasons of returns that are given again and again, to be taken over with a click.</summary>
    public static IReadOnlyList<string> CommonReasons { get; } =
    [
        "与台账不一致，请核对后重报。",
        "分子、分母口径不符，请按指标说明填报。",
        "疑似计量单位用错，请核对。",
        "说明不充分，请写清变动原因和依据。",
        "请补充佐证材料。",
    ];

    /// <summary>The target of the year in force, for example 全年 ≥25%（分解指标）.</summary>
    public static string YearTarget(ReportEntry entry)
    {
        return $"全年{(entry.Indicator.IsAspirational ? "力争" : "")} {entry.Rating.Words.YearTargetWithOrigin}";
    }

    /// <summary>Who did what to a value last, for example 张三（奈曼旗 填报员）于2025-10-09 10:21上报.</summary>
    public static string LastChange(ReportEntry entry, OfficeClock clock) =>
        entry.Trail.Last is { } last ? $"{last.ByName}于{clock.Minute(last.At)}{last.Kind.Word()}" : entry.Status.Word();

    /// <summary>How many values stand where, for example 审核通过 12 项 · 已退回 2 项; those of none are left out.</summary>
    public static string Counts(IReadOnlyCollection<ReportEntry> entries)
    {
        var counts = new (string Word, int Count)[]
        {
            (ValueStatus.CityReview.Word(), Of(ValueStatus.CityReview)),
            (ValueStatus.CountyReview.Word(), Of(ValueStatus.CountyReview)),
            (ValueStatus.Returned.Word(), Of(ValueStatus.Returned)),
            ("未填或草稿", Of(ValueStatus.Empty) + Of(ValueStatus.Draft)),
            (ValueStatus.Accepted.Word(), Of(ValueStatus.Accepted)),
        };
        return string.Join(" · ", counts.Where(count => count.Count > 0).Select(count => $"{count.Word} {count.Count} 项"));

        int Of(ValueStatus status) => entries.Count(entry => entry.Status == status);
    }

    /// <summary>What became of an approval of a screen.</summary>
    public static string Approved(IReadOnlyList<Application.Review.StepResult> results)
    {
        var passedOver = results.Where(result => result.PassedOver is not null).ToList();
        var done = $"已审核通过 {results.Count - passedOver.Count} 项。";
        return passedOver.Count == 0
            ? done
            : $"{done}{passedOver.Count} 项没有通过：{string.Join("；", passedOver.Select(result => $"第{result.IndicatorNumber}项{result.PassedOver}"))}。";
    }
}
