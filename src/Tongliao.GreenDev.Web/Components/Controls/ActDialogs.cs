using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Opens the dialogs whose frame is <see cref="ActDialog"/>.</summary>
public static class ActDialogs
{
    // A click beside it closes nothing: it would take what was typed with it. The frame itself looks what Escape is meant for.
    private static readonly DialogOptions Options = new() { BackdropClick = false, CloseOnEscapeKey = false, MaxWidth = MaxWidth.Small, FullWidth = true };

    /// <summary>Shows a dialog until it is done or left.</summary>
    /// <returns>Chinese: what was done; null when it was left.</returns>
    public static async Task<string?> AskAsync<TDialog>(this IDialogService dialogs, DialogParameters<TDialog> parameters)
        where TDialog : IComponent
    {
        var dialog = await dialogs.ShowAsync<TDialog>(title: null, parameters, Options);
        return await dialog.Result is { Canceled: false, Data: string done } ? done : null;
    }
}
