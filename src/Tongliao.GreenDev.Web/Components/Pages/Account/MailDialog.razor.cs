using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Asks for a code at an address.</summary>
public sealed partial class MailDialog(MailChoiceService service)
{
    private string? mail;

    private async Task SendAsync(Caller caller, int? version) => mail = await service.AskAsync(caller, mail, CancellationToken.None);
}
