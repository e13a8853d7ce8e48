using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>Tells the clerk that somebody else changed the report on the screen, and leaves alone what is being typed.</summary>
public sealed partial class SheetNotice(ReportChanges changes, TimeProvider time) : ChangeNotice(changes, time)
{
    [Parameter, EditorRequired]
    public ReportKey Report { get; set; }

    /// <summary>Whose screen it is: own changes are on it already.</summary>
    [Parameter, EditorRequired]
    public Guid ReaderId { get; set; }

    protected override bool Concerns(ReportChange change) =>
        change.ById != ReaderId && (change.UnitCode is null || (change.UnitCode == Report.UnitCode && change.Quarter == Report.Quarter));
}
