using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>One thing to mend or to explain before a value can be submitted.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Field">Field name as programs see it.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
/// <param name="BlocksSubmission">False for a warning that its 说明 answers already.</param>
public sealed record EntryFinding(FindingSeverity Severity, string Code, string Field, string Message, bool BlocksSubmission)
{
    /// <summary>Number of the rule it rests on, for example 校核13.</summary>
    public required string Rule { get; init; }

    /// <summary>Which finding a 说明 has to name in order to answer it; null for what cannot be explained.</summary>
    public string? Key { get; init; }

    /// <summary>The 说明 that answers it; null for none.</summary>
    public string? Explanation { get; init; }
}
