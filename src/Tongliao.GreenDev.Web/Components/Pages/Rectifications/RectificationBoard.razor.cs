using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Rectifications;

/// <summary>What is to be put right, with what was arranged for it; the county's people and the bureau say what is done.</summary>
public sealed partial class RectificationBoard(
    RectificationQueries rectifications, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private RectificationList? list;

    /// <inheritdoc cref="RectificationView"/>
    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public string? Lead { get; set; }

    [Parameter]
    public int? Indicator { get; set; }

    private RectificationView View => new(Unit, Lead, Indicator);

    private List<RectificationLine> Open => [.. Shown.Where(line => line.Rectification.IsOpen)];

    private List<RectificationLine> Closed => [.. Shown.Where(line => !line.Rectification.IsOpen)];

    private IEnumerable<RectificationLine> Shown => list!.Lines.Where(View.Shows);

    /// <summary>For example 已逾期 2，待安排 3，整改中 4.</summary>
    private string Summary => string.Join('，', Open.GroupBy(line => line.State).OrderBy(state => state.Key)
        .Select(state => $"{state.Key.Word()} {state.Count()}"));

    protected override async Task LoadAsync(Caller caller) => list = await rectifications.ListAsync(caller, CancellationToken.None);

    private Task ArrangeAsync(RectificationLine line) =>
        AskAsync(_ => dialogs.AskAsync(new DialogParameters<RectificationDialog> { { dialog => dialog.Line, line } }));
}
