namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>By what way something was recorded.</summary>
public enum Way
{
    /// <summary>页面: on a screen, or by the portal itself.</summary>
    Screen,

    /// <summary>接口: by a program with a token of the person's.</summary>
    Program,
}
