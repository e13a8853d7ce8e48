using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>The log of what left the portal, turned over by the database; the administrator tries channels and sends failed messages again.</summary>
public sealed partial class MessagesGrid(
    MessageQueries queries, OfficeClock clock, IDialogService dialogs, IJSRuntime browser, AuthenticationStateProvider authentication)
    : ListGrid<MessageRow, MessageColumn, MessageView>(browser, authentication)
{
    private string text = "";
    private string? done;

    [Parameter, EditorRequired]
    public ChannelStates Channels { get; set; } = default!;

    protected override IReadOnlyDictionary<string, MessageColumn> Columns { get; } = new Dictionary<string, MessageColumn>(StringComparer.Ordinal)
    {
        [nameof(MessageRow.CreatedAt)] = MessageColumn.Time,
    };

    protected override async Task<(IReadOnlyList<MessageRow> Rows, int Total)> ReadAsync(Caller caller, MessageView view, CancellationToken cancellationToken)
    {
        var page = await queries.PageAsync(caller, view.Filter, view.Page, view.Size, cancellationToken);
        return (page.Rows, page.Total);
    }

    protected override void Fill(MessageView view) => text = view.Text;

    private static string? Colour(MessageRow message) => message.State switch
    {
        MessageState.Sent => "is-green",
        MessageState.Refused or MessageState.GivenUp => "is-red",
        _ => message.Fault is null ? null : "is-amber",
    };

    private string Result(MessageRow message) => message switch
    {
        { State: MessageState.Sent, EndedAt: { } at } => $"{clock.Minute(at)}送出",
        { EndedAt: { } at, Fault: { } fault } => $"{fault}（{clock.Minute(at)}）",
        { Fault: { } fault } => $"{fault}；{clock.TimeOfDay(message.NextTryAt)}后再试",
        _ => "",
    };

    private Task TestAsync() => AskAsync(() => dialogs.AskAsync(new DialogParameters<MessageTestDialog> { { dialog => dialog.Channels, Channels } }));

    private Task SendAgainAsync(MessageRow message) =>
        AskAsync(() => dialogs.AskAsync(new DialogParameters<MessageAgainDialog> { { dialog => dialog.Message, message } }));

    private async Task AskAsync(Func<Task<string?>> ask)
    {
        done = null;
        done = await ask();
        await Grid.ReloadServerData();
    }

    private Task SearchAsync() => ShowAsync(Chosen with { Text = text });

    private Task ChooseChannelAsync(ChangeEventArgs chosen) => ShowAsync(Chosen with { Text = text, Channel = MessageView.One<MessageChannel>(chosen.Value as string) });

    private Task ChooseStateAsync(ChangeEventArgs chosen) => ShowAsync(Chosen with { Text = text, State = MessageView.One<MessageState>(chosen.Value as string) });

    private Task ClearAsync()
    {
        text = "";
        return ShowAsync(new MessageView { Sort = Chosen.Sort, IsDescending = Chosen.IsDescending, Size = Chosen.Size });
    }
}
