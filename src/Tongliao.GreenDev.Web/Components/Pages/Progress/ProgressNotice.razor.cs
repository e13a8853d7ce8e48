using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Progress;

/// <summary>Tells that somebody else handed in, took back or decided on a report of the quarter.</summary>
public sealed partial class ProgressNotice(ReportChanges changes, TimeProvider time) : ChangeNotice(changes, time)
{
    /// <summary>The quarter on the screen, as text because it travels to the circuit.</summary>
    [Parameter, EditorRequired]
    public string Period { get; set; } = "";

    /// <summary>Whose screen it is: own steps are on it already.</summary>
    [Parameter, EditorRequired]
    public Guid ReaderId { get; set; }

    protected override bool Concerns(ReportChange change) =>
        !change.IsOfValues && change.ById != ReaderId && change.Quarter?.ToString() == Period;
}
