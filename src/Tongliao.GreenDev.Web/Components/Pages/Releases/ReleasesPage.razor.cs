using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Releases;

namespace Tongliao.GreenDev.Web.Components.Pages.Releases;

/// <summary>All releases of locked quarters (发布版本).</summary>
public sealed partial class ReleasesPage(ReleaseQueries releases, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    private IReadOnlyList<ReleaseLine> lines = [];

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) => lines = await releases.ListAsync(caller, cancellationToken);
}
