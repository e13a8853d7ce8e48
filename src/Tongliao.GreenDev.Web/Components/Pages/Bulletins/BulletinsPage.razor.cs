using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Pages.Bulletins;

/// <summary>通报 of all quarters.</summary>
public sealed partial class BulletinsPage(BulletinQueries bulletins, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    private BulletinList list = default!;

    private bool Writes => list.Reader.May(Act.ManageBulletins);

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) => list = await bulletins.ListAsync(caller, cancellationToken);
}
