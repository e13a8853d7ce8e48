using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>说明: what a county answers to one warning (需核对) on one value.</summary>
/// <param name="Finding">Which: <see cref="Reporting.Finding.Key"/>. It falls with the warning.</param>
/// <param name="Text">The answer.</param>
public sealed record Explanation(string Finding, string Text)
{
    /// <summary>Clean (<see cref="TypedText.Clean"/>); an empty one answers nothing.</summary>
    public string Text { get; } = TypedText.Clean(Text) ?? "";

    /// <summary>Those of the given explanations that answer a finding raised now, one for each; the others have fallen.</summary>
    public static IReadOnlyList<Explanation> Standing(IEnumerable<Explanation> given, IEnumerable<Finding> findings) =>
    [
        .. findings
            .Select(finding => given.LastOrDefault(explanation => explanation.Finding == finding.Key && explanation.Text.Length > 0))
            .OfType<Explanation>(),
    ];
}
