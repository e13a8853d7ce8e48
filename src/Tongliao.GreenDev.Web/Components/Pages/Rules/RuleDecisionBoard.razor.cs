using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Rules;

/// <summary>Lets the bureau make a trial hold, with every light that it changes listed above.</summary>
public sealed partial class RuleDecisionBoard(IDialogService dialogs, AuthenticationStateProvider authentication) : ActingIsland(authentication)
{
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Terms { get; set; } = [];

    /// <summary>The day from which the lights above were told.</summary>
    [Parameter, EditorRequired]
    public string? From { get; set; }

    /// <summary>Of the rules that the lights above rest on.</summary>
    [Parameter, EditorRequired]
    public int Version { get; set; }

    /// <summary>How many locked quarters would be touched.</summary>
    [Parameter, EditorRequired]
    public int Locked { get; set; }

    protected override Task LoadAsync(Caller caller) => Task.CompletedTask;

    private Task DecideAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<RuleDecisionDialog>
    {
        { dialog => dialog.Terms, Terms },
        { dialog => dialog.From, From },
        { dialog => dialog.Version, Version },
        { dialog => dialog.Locked, Locked },
    }));
}
