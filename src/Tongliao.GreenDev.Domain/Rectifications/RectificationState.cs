namespace Tongliao.GreenDev.Domain.Rectifications;

/// <summary>Where a rectification stands, in the order in which it asks for attention.</summary>
public enum RectificationState
{
    /// <summary>已逾期: its last day, or the day by which an arrangement was due, has passed.</summary>
    Overdue,

    /// <summary>待安排: nobody has said yet what is done about it.</summary>
    Unarranged,

    /// <summary>整改中.</summary>
    UnderWay,

    /// <summary>已销号: a later approved value is green, or the indicator does not apply any more.</summary>
    Closed,
}
