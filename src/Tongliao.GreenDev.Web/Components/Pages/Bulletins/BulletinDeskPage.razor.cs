using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Bulletins;

/// <summary>通报拟稿: where the bureau writes a quarter's bulletin and issues it.</summary>
public sealed partial class BulletinDeskPage(ReadScopeQueries scopes, NavigationManager navigation) : ReadingPage(navigation)
{
    private Quarter quarter;

    [Parameter]
    public string Period { get; set; } = "";

    private string Title => IsLoaded ? $"{quarter.ChineseName}通报拟稿" : "通报拟稿";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        quarter = (await scopes.ReadAsync(caller, cancellationToken)).Facts.Period(Quarter.Read(Period)).Quarter;
}
