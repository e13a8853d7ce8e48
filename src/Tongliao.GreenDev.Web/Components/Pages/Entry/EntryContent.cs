using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What a row says, as it would be stored: equal contents need no save.</summary>
public sealed record EntryContent(ReportedInputs Inputs, string? NotApplicableReason, string? Note)
{
    /// <summary>说明 of the findings that the numbers raise.</summary>
    public IReadOnlyList<Explanation> Explanations { get; init; } = [];

    /// <summary>Numbers stay in their fields while 不适用 is ticked, but are not stored.</summary>
    public static EntryContent NotApplicable(string reason, string note) => new(ReportedInputs.None, TypedText.Clean(reason), TypedText.Clean(note));

    public static EntryContent Of(IEnumerable<EntryField> fields, string note) =>
        new(fields.Aggregate(ReportedInputs.None, (inputs, field) => inputs.With(field.Definition.Key, field.Value)), null, TypedText.Clean(note));

    public bool Equals(EntryContent? other) =>
        other is not null && Inputs == other.Inputs && HasSameTexts(other);

    public override int GetHashCode() => HashCode.Combine(Inputs, NotApplicableReason, Note, Explanations.Count);

    /// <summary>Whether the words agree, whatever the numbers are.</summary>
    public bool HasSameTexts(EntryContent other) =>
        (NotApplicableReason, Note) == (other.NotApplicableReason, other.Note) && Explanations.SequenceEqual(other.Explanations);
}
