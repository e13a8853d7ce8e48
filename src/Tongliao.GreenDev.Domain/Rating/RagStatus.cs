namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>The light (红黄绿) of a value, or why it has none. Of several that hold, the first in the order of rules §4 is the state.</summary>
public enum RagStatus
{
    /// <summary>达标.</summary>
    Green,

    /// <summary>预警.</summary>
    Amber,

    /// <summary>滞后.</summary>
    Red,

    /// <summary>未报.</summary>
    NotReported,

    /// <summary>不适用.</summary>
    NotApplicable,

    /// <summary>参考: reported for information, without a light.</summary>
    Reference,

    /// <summary>未分解: a sum without a target of the unit's own; its contribution is shown.</summary>
    NoTarget,

    /// <summary>基数缺失.</summary>
    MissingBaseline,

    /// <summary>未到考核期.</summary>
    NotDue,

    /// <summary>不完整: not all counting units have submitted.</summary>
    Incomplete,
}

/// <summary>The one place that names a state.</summary>
public static class RagStatusWords
{
    public static string Word(this RagStatus status) => status switch
    {
        RagStatus.Green => "达标",
        RagStatus.Amber => "预警",
        RagStatus.Red => "滞后",
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
        RagStatus.NotReported => "–",
        RagStatus.NotApplicable => "／",
        RagStatus.Reference => "○",
        RagStatus.NoTarget => "◇",
        RagStatus.MissingBaseline => "？",
        RagStatus.NotDue => "◷",
        RagStatus.Incomplete => "◔",
    };

    public static bool IsLight(this RagStatus status) => status is RagStatus.Green or RagStatus.Amber or RagStatus.Red;
}
