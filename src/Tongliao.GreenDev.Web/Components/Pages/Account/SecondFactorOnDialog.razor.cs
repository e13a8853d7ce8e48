using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Binds an app on the telephone, confirmed by its first code.</summary>
public sealed partial class SecondFactorOnDialog(SecondFactorService service)
{
    private string? code;

    [Parameter, EditorRequired]
    public CodeEnrolment Enrolment { get; set; } = default!;

    private Task SendAsync(Caller caller, int? version) => service.ConfirmAsync(caller, code, CancellationToken.None);
}
