using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Confirms an address by the code that went there.</summary>
public sealed partial class MailCodeDialog(MailChoiceService service)
{
    private string? code;

    /// <summary>Where the code went.</summary>
    [Parameter, EditorRequired]
    public string? Address { get; set; }

    private async Task SendAsync(Caller caller, int? version) => Address = await service.ConfirmAsync(caller, code, CancellationToken.None);
}
