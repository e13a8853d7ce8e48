using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What a check found in a typed value: an error, something missing, or a warning.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Rule">The rule it rests on.</param>
/// <param name="Field">The field it is about, null for the value as a whole.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record Finding(FindingSeverity Severity, CheckCode Rule, InputKey? Field, string Message)
{
    /// <summary>Stable code for programs.</summary>
    public string Code => Rule.Name;

    /// <summary>Identity of a warning, for the 说明 that answers it: made of code, field and the numbers it is about. Null for every other finding.</summary>
    public string? Key { get; init; }
}
