using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>Leads to what waits for the person; nothing ever waits for who only looks.</summary>
public sealed partial class WaitingLink
{
    private static readonly (Act Act, string Address)[] Places =
        [(Act.EnterValues, "/entry"), (Act.ReviewForCounty, "/review/county"), (Act.ReviewForCity, "/review")];

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    private string? Address { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var role = UserRoles.FromCode((await Authentication).User.FindFirstValue(ClaimTypes.Role));
        Address = Places.FirstOrDefault(place => role?.May(place.Act) == true).Address;
    }
}
