using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>
/// What a unit states of one indicator in one quarter: its numbers, or why the indicator does not apply (不适用); 备注 and 说明 besides.
/// Its words are clean (<see cref="TypedText.Clean"/>). Two that say the same are equal.
/// </summary>
public sealed record Statement
{
    /// <summary>Nothing stated.</summary>
    public static Statement Empty { get; } = new();

    public ReportedInputs Inputs { get; init; } = ReportedInputs.None;

    /// <summary>不适用 with its reason, otherwise null.</summary>
    public string? NotApplicableReason { get; init => field = TypedText.Clean(value); }

    /// <summary>备注: free words, which answer nothing.</summary>
    public string? Note { get; init => field = TypedText.Clean(value); }

    /// <summary>说明, one for each finding that is explained.</summary>
    public IReadOnlyList<Explanation> Explanations { get; init; } = [];

    public bool IsEmpty => Inputs.IsEmpty && NotApplicableReason is null && Note is null;

    /// <summary>As far as the rules look at it.</summary>
    /// <param name="isApproved">审核通过.</param>
    public ReportedFigure ToFigure(bool isApproved) => new(Inputs, NotApplicableReason, isApproved);

    /// <summary>Whether the words agree, whatever the numbers are.</summary>
    public bool HasSameTexts(Statement other) =>
        (NotApplicableReason, Note) == (other.NotApplicableReason, other.Note) && Explanations.SequenceEqual(other.Explanations);

    public bool Equals(Statement? other) => other is not null && Inputs == other.Inputs && HasSameTexts(other);

    public override int GetHashCode() => HashCode.Combine(Inputs, NotApplicableReason, Note, Explanations.Count);

    /// <summary>Chinese: a text is longer than <see cref="ValueChecks.MaxTextLength"/>.</summary>
    /// <param name="label">What the text is called on the screen.</param>
    /// <param name="length">In characters.</param>
    public static string TooLong(string label, int length) => $"{label}已输入{length}字，最多{ValueChecks.MaxTextLength}字，请精简后再保存";
}
