using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Why a form was refused; where somebody else was faster, with both contents side by side.</summary>
public sealed partial class FormRefusal(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public RefusalException Refused { get; set; } = default!;

    /// <summary>What was sent, beside what stands there.</summary>
    [Parameter, EditorRequired]
    public IEnumerable<ConflictRow> Rows { get; set; } = [];

    /// <summary>The fields of the form that say themselves what is wrong with them: no error stands twice.</summary>
    [Parameter, EditorRequired]
    public IEnumerable<string> Fields { get; set; } = [];

    private bool IsToldAtFields => Refused.Errors.Count > 0 && Refused.Errors.All(fault => Fields.Contains(fault.Field));

    private static string Or(string? text) => string.IsNullOrWhiteSpace(text) ? "—" : text;
}
