using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Releases;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Releases;

/// <summary>One release as it was issued, with what it changed, and whether it still holds.</summary>
public sealed partial class ReleasePage(ReleaseQueries releases, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    [Parameter]
    public string Period { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    private ReleaseCase Read { get; set; } = default!;

    private Release Release => Read.Line.Release;

    private string Title => IsLoaded ? Release.ChineseName : "发布版本";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        Read = await releases.CaseAsync(caller, Quarter.Read(Period), Number, cancellationToken);
}
