namespace Tongliao.GreenDev.Application.Access;

/// <summary>A plan that a person may choose.</summary>
/// <param name="Key">As an address says it.</param>
/// <param name="Title">As published.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="FirstYear">The first year with targets.</param>
/// <param name="LastYear">The last one.</param>
public sealed record PlanChoice(string Key, string Title, string DocumentNumber, int FirstYear, int LastYear)
{
    /// <summary>For example 2024–2025年.</summary>
    public string Years => FirstYear == LastYear ? $"{FirstYear}年" : $"{FirstYear}–{LastYear}年";
}
