using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Switches the second factor off, with the password.</summary>
public sealed partial class SecondFactorOffDialog(SecondFactorService service)
{
    private string? password;

    private Task SendAsync(Caller caller, int? version) => service.DisableAsync(caller, password, CancellationToken.None);
}
