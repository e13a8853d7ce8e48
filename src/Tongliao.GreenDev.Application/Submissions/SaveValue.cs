using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>A draft as it stands on the clerk's screen.</summary>
/// <param name="Key">Which value.</param>
/// <param name="Statement">All that the row says, also what did not change; 说明 of findings that are not raised are dropped.</param>
/// <param name="Version">The version that was on the screen, 0 for a value not there yet.</param>
/// <param name="OperationId">Made by the client; the same id again is the same save.</param>
public sealed record SaveValue(
    ValueKey Key,
    Statement Statement,
    int Version,
    Guid OperationId)
{
    /// <summary>
    /// From a program that knows no 说明: those that stand are kept, and a 备注 that is new answers every finding that this save raises.
    /// </summary>
    public bool NoteAnswers { get; init; }
}
