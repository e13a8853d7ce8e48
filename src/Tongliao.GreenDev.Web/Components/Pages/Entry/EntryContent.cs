using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What a row says, as it would be stored: equal contents need no save.</summary>
public sealed record EntryContent(ReportedInputs Inputs, string? NotApplicableReason, string? Note)
{
    /// <summary>Numbers stay in their fields while 不适用 is ticked, but are not stored.</summary>
    public static EntryContent NotApplicable(string reason, string note) => new(ReportedInputs.None, TypedText.Clean(reason), TypedText.Clean(note));

    public static EntryContent Of(IEnumerable<EntryField> fields, string note) =>
        new(fields.Aggregate(ReportedInputs.None, (inputs, field) => inputs.With(field.Definition.Key, field.Value)), null, TypedText.Clean(note));
}
