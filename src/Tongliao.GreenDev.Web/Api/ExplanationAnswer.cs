using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>说明: what answers one finding.</summary>
internal sealed record ExplanationAnswer(string Finding, string Text)
{
    public static IReadOnlyList<ExplanationAnswer> Of(IReadOnlyList<Explanation> explanations) =>
        [.. explanations.Select(explanation => new ExplanationAnswer(explanation.Finding, explanation.Text))];
}
