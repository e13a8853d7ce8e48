using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>How far each unit has come with each value when the demo begins.</summary>
internal static class DemoStory
{
    public const string ReturnReason = "分母与上季度台账不一致，请核对后重新上报。（演示）";
    public const string ReopenReason = "发现处置台账有遗漏，请更正后重新上报。（演示）";
    public const string Answer = "已与运行台账逐日核对，数据属实，未作改动。（演示）";
    public const string ActingReason = "牵头部门来函委托代为审核。（演示）";
    public const string CorrectionReason = "清查发现漏记一处，按台账更正。（演示）";
    public const string CorrectionAnswer = "已核对台账，同意更正。（演示）";
    public const string NotApplicableReason = "本地区无此项业务。（演示）";
    /// <summary>整改措施 of a rectification.</summary>
    public const string Measures = "排出年内剩余工程计划，逐项落实资金和施工单位，每月调度一次。（演示）";

    public const string FurtherMeasures = "剩余工程已全部开工，按周调度进度，年底前完成验收。（演示）";
    public const string Remedy = "已逐个项目排查进度，由旗县住建部门负责，下季度末前完成剩余工程量。（演示）";
    public const string Explanation = "已与台账核对，数据属实。（演示）";

    /// <summary>The status a value has reached; units are counted in the plan's order from 1.</summary>
    public static ValueStatus StatusOf(Quarter quarter, Quarter last, int unit, int indicator)
    {
        if (NeverReported(quarter, unit))
        {
            return ValueStatus.Empty;
        }

        if (quarter < last.Previous)
        {
            return ValueStatus.Accepted;
        }

        return quarter < last ? LastButOne(unit, indicator) : Latest(unit, indicator);
    }

    /// <summary>霍林郭勒市 let the very first quarter pass (逾期未报).</summary>
    private static bool NeverReported(Quarter quarter, int unit) => quarter is { Year: 2024, Number: 1 } && unit == 8;

    /// <summary>Whether a unit is late with a quarter's report (逾期报齐): one was every time until the last.</summary>
    public static bool IsLate(Quarter quarter, Quarter last, int unit) => unit == 7 && quarter < last;

    /// <summary>Sent back once, put right and accepted.</summary>
    public static bool WasReturned(Quarter quarter, Quarter last, int unit, int indicator) => quarter == last.Previous && (unit, indicator) is (1, 6) or (8, 10);

    /// <summary>Accepted, and opened again by the bureau for a correction that has not come in yet.</summary>
    public static bool IsReopened(Quarter quarter, Quarter last, int unit, int indicator) => quarter == last.Previous && (unit, indicator) is (5, 11);

    /// <summary>Of the last quarter returned by the bureau and submitted once more, so that the second round waits for its decision.</summary>
    public static bool IsInSecondRound(Quarter quarter, Quarter last, int unit, int indicator) => quarter == last && ((unit, indicator) is (1, 10) or (1, 18));

    /// <summary>Submitted the second time as it was, with an answer (答复) to the reason of the return.</summary>
    public static bool IsAnswered(int indicator) => indicator == 10;

    /// <summary>Approved by the bureau in place of the lead department (代审).</summary>
    public static bool IsDecidedForDepartment(Quarter quarter, Quarter last, int unit, int indicator) => quarter == last && (unit, indicator) is (2, 9);

    /// <summary>Submitted, and withdrawn (撤回) before anybody opened it.</summary>
    public static bool IsWithdrawn(Quarter quarter, Quarter last, int unit, int indicator) => quarter == last && (unit, indicator) is (9, 8);

    /// <summary>Since the last quarter the city reviews 开发区 directly: its county review was switched off by a document.</summary>
    public static bool HasCountyReview(Quarter quarter, Quarter last, int unit) => quarter < last || unit != 9;

    /// <summary>Of a locked quarter, found wrong after the lock and corrected (更正), so that the quarter has a second release.</summary>
    public static bool IsCorrected(Quarter quarter, Quarter last, int unit, int indicator) => quarter == last.Previous.Previous && (unit, indicator) is (4, 11);

    /// <summary>Approved, with a correction that waits for the bureau.</summary>
    public static bool IsToBeCorrected(Quarter quarter, Quarter last, int unit, int indicator) => quarter == last.Previous && (unit, indicator) is (6, 11);

    /// <summary>Typed in 平方米 where 万平方米 is asked for: the query (需核对) waits for its answer.</summary>
    public static bool IsInWrongUnit(Quarter quarter, Quarter last, int unit, int indicator) => quarter == last && (unit, indicator) is (9, 6);

    /// <summary>A value reported as 不适用: 霍林郭勒市 and 开发区 have few villages.</summary>
    public static bool IsNotApplicable(int unit, int indicator) =>
        (unit, indicator) is (9, 2) or (9, 3) or (9, 12) or (8, 12);

    /// <summary>Nothing was newly built: 0/0.</summary>
    public static bool NothingBuilt(Quarter quarter, int unit, int indicator) =>
        quarter.Number == 1 && unit == 5 && (indicator is 17 or 18 or 19 or 21);

    /// <summary>Units without a target of their own for sums.</summary>
    public static bool HasOwnTarget(int unit) => unit is not (5 or 9);

    /// <summary>The 2023 amount of 霍林郭勒市 was never handed in.</summary>
    public static bool HasBaseline(int unit) => unit != 8;

    private static ValueStatus LastButOne(int unit, int indicator) => (unit, indicator) switch
    {
        (7, 6) or (7, 21) => ValueStatus.Draft,
        (3, 9) or (5, 11) => ValueStatus.Returned,
        (2, _) or (_, 4) or (_, 13) => ValueStatus.CityReview,
        _ => ValueStatus.Accepted,
    };

    private static ValueStatus Latest(int unit, int indicator) => unit switch
    {
        1 => indicator == 2 ? ValueStatus.Returned : ValueStatus.CityReview,
        2 => indicator <= 12 ? ValueStatus.Accepted : ValueStatus.CityReview,
        4 => indicator is 3 or 14 ? ValueStatus.Returned : ValueStatus.CountyReview,
        6 => indicator is 6 or 7 or 16 or 20 ? ValueStatus.Empty : indicator == 10 ? ValueStatus.Returned : ValueStatus.Draft,
        9 => indicator % 2 == 0 ? ValueStatus.Draft : ValueStatus.Empty,
        _ => ValueStatus.Empty,
    };

    /// <summary>One in four has not been arranged yet.</summary>
    public static bool IsArranged(int unitOrder, int indicatorNumber) => (unitOrder + indicatorNumber) % 4 != 0;

    /// <summary>Until the last day of a rectification; a few are over it.</summary>
    public static int DaysLeft(int unitOrder, int indicatorNumber) => (((unitOrder * 7) + (indicatorNumber * 3)) % 50) - 8;
}
