using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Bulletins;

/// <summary>
/// Where the bureau writes a bulletin: the words with the keys of numbers in them, and beside them how they read with the numbers as they were read last.
/// Reading the numbers anew leaves the words as they are.
/// </summary>
public sealed partial class BulletinBoard(
    BulletinQueries bulletins, OfficeClock clock, IDialogService dialogs, IJSRuntime browser, AuthenticationStateProvider authentication)
    : ActingIsland(authentication), IAsyncDisposable
{
    private const string Script = "./Components/Pages/Bulletins/BulletinBoard.razor.js";
    private const int MostTold = 8;

    private ElementReference text;
    private IJSObjectReference? script;
    private BulletinDesk? desk;
    private BulletinContent? typed;
    private IReadOnlyList<BulletinChange> changes = [];
    private DateTimeOffset readAt;

    /// <summary>Of the 文稿 that was gone on with; 0 for none.</summary>
    private int version;

    private string unit = "";
    private int indicator;
    private string asked = BulletinFacts.OfPlan.First();

    [Parameter, EditorRequired]
    public string Period { get; set; } = "";

    private bool IsTyped => typed != desk!.Content;

    private IReadOnlyList<string> Unknown => desk!.Numbers.UnknownIn(typed!.Whole);

    private IEnumerable<string> Askable => unit.Length == 0 ? BulletinFacts.OfPlan : indicator == 0 ? BulletinFacts.OfUnit : BulletinFacts.OfLight;

    /// <summary>What would be inserted; of a choice that is not offered any more the first that is.</summary>
    private string Key
    {
        get
        {
            var word = Askable.Contains(asked) ? asked : Askable.First();
            return unit.Length == 0 ? word
                : desk!.Facts.UnitOrAggregate(unit) is var of && indicator == 0 ? desk.Numbers.KeyOf(of, word)
                : desk.Numbers.KeyOf(indicator, of, word);
        }
    }

    private string Standing => desk!.Release is { } release
        ? $"数据为{release.ChineseName}。"
        : $"{desk.Period.Quarter.ChineseName}尚未锁定，数据按上报数（含未审核）。";

    private string SavedWords => desk!.Saved is { } saved
        ? $"第{saved.Number}次保存，{saved.Recorded.ByName} {clock.Minute(saved.Recorded.At)}{(IsTyped ? "；有修改未保存" : "")}"
        : "系统拟稿，尚未保存";

    protected override async Task LoadAsync(Caller caller)
    {
        desk = await bulletins.DeskAsync(caller, Quarter.Read(Period), CancellationToken.None);
        readAt = clock.Now;
        if (typed is null)
        {
            (typed, version) = (desk.Content, desk.Saved?.Number ?? 0);
        }

        changes = desk.ChangesOf(typed);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await browser.InvokeAsync<IJSObjectReference>("import", Script);
            StateHasChanged();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            try
            {
                await script.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser has gone, and the script with it.
            }
        }
    }

    private void Type(BulletinContent content)
    {
        (typed, Done) = (content, null);
        changes = desk!.ChangesOf(content);
    }

    private string AddressOf(BulletinFact fact) => BulletinAddress.Of(fact, desk!.Facts, desk.Period.Quarter, asOf: null);

    private async Task InsertAsync()
    {
        if (script is not null)
        {
            await script.InvokeVoidAsync("insert", text, $"{{{Key}}}");
        }
    }

    private Task SaveAsync() => AskAndForgetAsync(() => dialogs.AskAsync(new DialogParameters<BulletinSaveDialog>
    {
        { dialog => dialog.Period, desk!.Period.Quarter }, { dialog => dialog.Content, typed }, { dialog => dialog.Version, version }, { dialog => dialog.Unknown, Unknown },
    }));

    private Task IssueAsync() => AskAndForgetAsync(() => dialogs.AskAsync(new DialogParameters<BulletinIssueDialog> { { dialog => dialog.Desk, desk } }));

    /// <summary>What was done is gone on with as it stands there; what was only asked for stays as it was typed.</summary>
    private async Task AskAndForgetAsync(Func<Task<string?>> ask)
    {
        await AskAsync(async _ =>
        {
            var done = await ask();
            typed = done is null ? typed : null;
            return done;
        });
        if (Done is not null)
        {
            await ForgetAsync();
        }
    }

    /// <summary>Reads the numbers anew and says which of the text have changed.</summary>
    private Task RefreshAsync() => ReadAsync(async caller =>
    {
        var before = desk!.Numbers;
        await LoadAsync(caller);
        var moved = (from key in BulletinText.Keys(typed!.Whole)
                     let then = before.TextOf(key)
                     let now = desk.Numbers.TextOf(key)
                     where then != now
                     select $"{key}：{then} → {now}").ToList();
        Done = moved.Count == 0
            ? "数字已刷新，没有变动。"
            : $"数字已刷新，{moved.Count}处有变动：{string.Join('；', moved.Take(MostTold))}{(moved.Count > MostTold ? "等" : "")}。文字没有改动。";
    });

    private void Propose()
    {
        Type(desk!.Proposed);
        Done = "已按现在的数字重新拟稿，尚未保存；不需要的，按“放弃未保存的修改”恢复。";
    }

    private async Task DiscardAsync()
    {
        Type(desk!.Content);
        version = desk.Saved?.Number ?? 0;
        await ForgetAsync();
    }

    /// <summary>The tab need not keep any longer what was typed.</summary>
    private async Task ForgetAsync()
    {
        if (script is not null)
        {
            await script.InvokeVoidAsync("forget", text);
        }
    }
}
