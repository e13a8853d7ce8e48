using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>One entry in the history of a value, the state after it.</summary>
internal sealed record RevisionAnswer(
    int Version,
    RevisionKind Action,
    string By,
    Way Way,
    DateTimeOffset At,
    ValueStatus Status,
    InputsAnswer Inputs,
    string? NotApplicableReason,
    string? Note,
    IReadOnlyList<ExplanationAnswer> Explanations,
    string? Reason,
    string? ActedFor)
{
    public static RevisionAnswer Of(ValueRevision revision) => new(
        revision.Version,
        revision.Kind,
        revision.ByName,
        revision.Way,
        revision.At,
        revision.Status,
        InputsAnswer.Of(revision.Statement.Inputs),
        revision.Statement.NotApplicableReason,
        revision.Statement.Note,
        ExplanationAnswer.Of(revision.Statement.Explanations),
        revision.Reason,
        revision.ActedFor);
}
