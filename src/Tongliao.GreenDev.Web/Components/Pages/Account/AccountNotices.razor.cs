using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>通知方式: where and of what one is told besides the portal.</summary>
public sealed partial class AccountNotices(MailChoiceQueries queries, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private OwnMail? own;

    private string CodeWords => own switch
    {
        { CodeFault: { } fault } => $"验证码没有发出：{fault}",
        { CodeUntil: { } until } => $"验证码{clock.TimeOfDay(until)}前有效，没有收到的请查看垃圾邮件",
        _ => "",
    };

    protected override async Task LoadAsync(Caller caller) => own = await queries.OwnAsync(caller, CancellationToken.None);

    private Task AskForCodeAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<MailDialog>()));

    private Task ConfirmAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<MailCodeDialog> { { dialog => dialog.Address, own!.AskedAddress } }));

    private Task ChooseAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<MailKindsDialog> { { dialog => dialog.Own, own } }));

    private Task WithdrawAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<MailWithdrawDialog>()));
}
