using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Web.Components.Pages.Account;

/// <summary>Chooses of what mail comes.</summary>
public sealed partial class MailKindsDialog(MailChoiceService service)
{
    private HashSet<NoticeKind> wanted = [];

    /// <summary>What was chosen before.</summary>
    [Parameter, EditorRequired]
    public OwnMail Own { get; set; } = default!;

    protected override void OnInitialized() => wanted = [.. Own.Kinds.Except(Own.Declined)];

    private void Choose(NoticeKind kind, bool wants) => _ = wants ? wanted.Add(kind) : wanted.Remove(kind);

    private Task SendAsync(Caller caller, int? version) => service.ChooseAsync(caller, wanted, CancellationToken.None);
}
