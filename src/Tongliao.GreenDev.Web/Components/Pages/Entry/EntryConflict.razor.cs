using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What somebody else saved meanwhile beside what was typed, and the choice between them.</summary>
public sealed partial class EntryConflict(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public EntryLine Line { get; set; } = default!;

    [Parameter, EditorRequired]
    public CurrentValue Theirs { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback OnKeepMine { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnUseTheirs { get; set; }

    private string Mine => string.Join('；', Line.Findings.Select(finding => finding.Explanation).OfType<string>());

    private static string Texts(IEnumerable<Explanation> explanations) => string.Join('；', explanations.Select(explanation => explanation.Text));

    private static string Or(string? text) => string.IsNullOrEmpty(text) ? "—" : text;
}
