namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>The one place that names a state.</summary>
public static class RagStatusWords
{
    public static string Word(this RagStatus status) => status switch
    {
        RagStatus.Green => "达标",
        RagStatus.Amber => "预警",
        RagStatus.Red => "滞后",
        RagStatus.Accepted => "认可偏差",
        RagStatus.NotReported => "未报",
        RagStatus.NotApplicable => "不适用",
        RagStatus.Reference => "参考",
        RagStatus.NoTarget => "未分解",
        RagStatus.MissingBaseline => "基数缺失",
        RagStatus.NotDue => "未到考核期",
        RagStatus.Incomplete => "不完整",
    };

    /// <summary>The shape that says the state without colour, so that it reads in greyscale print.</summary>
    public static string Mark(this RagStatus status) => status switch
    {
        RagStatus.Green => "●",
        RagStatus.Amber => "▲",
        RagStatus.Red => "■",
        RagStatus.Accepted => "◎",
        RagStatus.NotReported => "–",
        RagStatus.NotApplicable => "／",
        RagStatus.Reference => "○",
        RagStatus.NoTarget => "◇",
        RagStatus.MissingBaseline => "？",
        RagStatus.NotDue => "◷",
        RagStatus.Incomplete => "◔",
    };

    /// <summary>Whether a value was measured against what was due, accepted or not.</summary>
    public static bool IsJudged(this RagStatus status) => status.IsLight() || status == RagStatus.Accepted;

    /// <summary>达标, 预警 or 滞后.</summary>
    public static bool IsLight(this RagStatus status) => status is RagStatus.Green or RagStatus.Amber or RagStatus.Red;
}
