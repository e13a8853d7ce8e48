namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Whether a unit is in a whole's value.</summary>
public enum MemberPart
{
    /// <summary>计入.</summary>
    In,

    /// <summary>未报.</summary>
    Missing,

    /// <summary>不适用.</summary>
    NotApplicable,

    /// <summary>参考: does not count for the whole.</summary>
    Reference,
}

/// <summary>The one place that names a part.</summary>
public static class MemberParts
{
    public static string Word(this MemberPart part) => part switch
    {
        MemberPart.In => "计入",
        MemberPart.Missing => "未报",
        MemberPart.NotApplicable => "不适用",
        MemberPart.Reference => "参考，不计入",
    };
}
