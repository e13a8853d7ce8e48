using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Bulletins;

/// <summary>Issues a bulletin, or its correction.</summary>
public sealed partial class BulletinIssueDialog(BulletinService service, OfficeClock clock)
{
    private IReadOnlyList<BulletinChange> changes = [];
    private string? documentNumber;
    private string? datedOn;

    [Parameter, EditorRequired]
    public BulletinDesk Desk { get; set; } = default!;

    protected override void OnInitialized() => (datedOn, changes) = (DateText.Display(clock.Today), Desk.ChangesOf(Desk.Content));

    private async Task SendAsync(Caller caller, int? version)
    {
        var day = DateText.Read(datedOn);
        if (day.Fault is { } fault)
        {
            throw RefusalException.Invalid(RefusalCodes.BulletinInvalid, $"成文日期{fault}", new FieldFault("datedOn", $"成文日期{fault}"));
        }

        await service.IssueAsync(caller, new IssueBulletin(Desk.Period.Quarter, documentNumber, day.Value, version ?? Desk.Saved!.Number), CancellationToken.None);
    }

    private string Done() => $"{Desk.Period.Quarter.ChineseName}通报已印发，可在“通报”中查看和下载。";
}
