using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Takes one's own address out of the portal.</summary>
public sealed partial class MailWithdrawDialog(MailChoiceService service)
{
    private Task SendAsync(Caller caller, int? version) => service.WithdrawAsync(caller, CancellationToken.None);
}
