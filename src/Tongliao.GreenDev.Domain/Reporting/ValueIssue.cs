using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Something wrong with, or to be asked about (a finding), a typed value.</summary>
/// <param name="Severity">Whether it is refused or asked back.</param>
/// <param name="Code">Stable code for programs.</param>
/// <param name="Field">The field it is about, null for the value as a whole.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record ValueIssue(IssueSeverity Severity, string Code, InputKey? Field, string Message)
{
    /// <summary>Identity of a query, for the 说明 that answers it: made of code, field and the numbers it is about. Null for what is no query.</summary>
    public string? Key { get; init; }
}
