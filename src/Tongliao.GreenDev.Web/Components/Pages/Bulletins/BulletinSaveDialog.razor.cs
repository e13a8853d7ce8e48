using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Bulletins;

/// <summary>Saves a 文稿.</summary>
public sealed partial class BulletinSaveDialog(BulletinService service)
{
    [Parameter, EditorRequired]
    public Quarter Period { get; set; }

    [Parameter, EditorRequired]
    public BulletinContent Content { get; set; } = default!;

    /// <summary>Of the 文稿 that was gone on with; 0 for none.</summary>
    [Parameter, EditorRequired]
    public int Version { get; set; }

    /// <summary>Keys without a number.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Unknown { get; set; } = [];

    private async Task SendAsync(Caller caller, int? version) => await service.SaveAsync(
        caller, new SaveBulletin(Period, Content.Title, Content.Addressees, Content.Text, Content.Issuer, version ?? Version), CancellationToken.None);

    private string Done() => $"{Period.ChineseName}通报文稿已保存。";

    /// <summary>Beside what was typed, what somebody else saved meanwhile.</summary>
    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentBulletin { Content: { } theirs } ? [] :
    [
        new ConflictRow("标题", Content.Title, theirs.Title),
        new ConflictRow("主送机关", Content.Addressees, theirs.Addressees),
        new ConflictRow("正文", Content.Text, theirs.Text),
        new ConflictRow("署名", Content.Issuer, theirs.Issuer),
    ];
}
