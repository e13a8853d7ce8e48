using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>Tells the clerk that somebody else changed the report on the screen, unless the screen can take it over; what is being typed is left alone.</summary>
public sealed partial class SheetNotice(ReportChanges changes, TimeProvider time) : ChangeNotice(changes, time)
{
    private long madeAt;
    private volatile bool hasMoreThanNumbers;

    [Parameter, EditorRequired]
    public ReportKey Report { get; set; }

    /// <summary>Whose screen it is: own changes are on it already.</summary>
    [Parameter, EditorRequired]
    public Guid ReaderId { get; set; }

    /// <summary>Shows the numbers that others saved.</summary>
    /// <returns>Whether all of them are shown.</returns>
    [Parameter, EditorRequired]
    public Func<Task<bool>> TakeOver { get; set; } = static () => Task.FromResult(false);

    protected override bool Concerns(ReportChange change)
    {
        var concerns = change.IsOfValues && change.ById != ReaderId && (change.UnitCode is null || (change.UnitCode == Report.UnitCode && change.Quarter == Report.Quarter));
        hasMoreThanNumbers |= concerns && change.Kind is not RevisionKind.Save;
        return concerns;
    }

    protected override void OnParametersSet()
    {
        if (madeAt != RenderedAt)
        {
            (madeAt, hasMoreThanNumbers) = (RenderedAt, false);
        }

        base.OnParametersSet();
    }

    protected override async Task<bool> IsTakenOverAsync() => await TakeOver() && !hasMoreThanNumbers;
}
