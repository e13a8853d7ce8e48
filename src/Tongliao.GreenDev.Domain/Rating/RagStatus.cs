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

    /// <summary>认可偏差: behind, which a document accepts until a day; shown apart from the lights.</summary>
    Accepted,

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
