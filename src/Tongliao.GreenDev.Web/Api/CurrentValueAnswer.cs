using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>What stands in the database instead of what the caller thought.</summary>
internal sealed record CurrentValueAnswer(
    int Version,
    ValueStatus Status,
    InputsAnswer Inputs,
    string? NotApplicableReason,
    string? Note,
    IReadOnlyList<ExplanationAnswer> Explanations,
    string ChangedBy,
    DateTimeOffset? ChangedAt)
{
    public static CurrentValueAnswer Of(CurrentValue value) => new(
        value.Version,
        value.Status,
        InputsAnswer.Of(value.Statement.Inputs),
        value.Statement.NotApplicableReason,
        value.Statement.Note,
        ExplanationAnswer.Of(value.Statement.Explanations),
        value.ChangedBy,
        value.ChangedAt);
}
