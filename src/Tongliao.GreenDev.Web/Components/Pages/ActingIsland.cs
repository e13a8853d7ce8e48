using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages;

/// <summary>An island in which people act by dialogs: reads what it shows, and again after each dialog, as the person on the circuit has the right to.</summary>
public abstract class ActingIsland(AuthenticationStateProvider authentication) : ComponentBase
{
    /// <summary>Chinese: why there is nothing to show.</summary>
    protected string? Refusal { get; private set; }

    /// <summary>Chinese: what was done a moment ago.</summary>
    protected string? Done { get; set; }

    /// <summary>Reads what the island shows.</summary>
    protected abstract Task LoadAsync(Caller caller);

    protected sealed override Task OnInitializedAsync() => ReadAsync(LoadAsync);

    /// <summary>Reads for the person; a refusal is said.</summary>
    protected async Task ReadAsync(Func<Caller, Task> read)
    {
        try
        {
            await read(await CallerAsync());
            Refusal = null;
        }
        catch (RefusalException refused)
        {
            Refusal = refused.Message;
        }
    }

    /// <summary>The person on the circuit, as of now.</summary>
    protected async Task<Caller> CallerAsync() => SessionClaims.CallerOf((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>Opens a dialog, and reads anew when it is done or left: what stood there may have changed meanwhile.</summary>
    protected Task AskAsync(Func<Caller, Task<string?>> ask) => ReadAsync(async caller =>
    {
        Done = null;
        Done = await ask(caller);
        await LoadAsync(caller);
    });
}
