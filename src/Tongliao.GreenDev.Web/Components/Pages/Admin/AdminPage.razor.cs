using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Workbench;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理: what is to be set up next, and the sections that the person may manage.</summary>
public sealed partial class AdminPage(AdministrationQueries queries, NavigationManager navigation) : ReadingPage(navigation)
{
    private AdministrationOverview Content { get; set; } = default!;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) => Content = await queries.ReadAsync(caller, cancellationToken);
}
