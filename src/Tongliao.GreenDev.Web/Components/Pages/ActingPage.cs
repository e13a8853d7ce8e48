using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Hosting;

namespace Tongliao.GreenDev.Web.Components.Pages;

/// <summary>A static page with forms: success leads on by a redirect, a refusal shows what stands there now beside what was typed.</summary>
public abstract class ActingPage : ReadingPage
{
    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private NavigationManager Addresses { get; set; } = default!;

    /// <summary>Why the last form was refused.</summary>
    protected RefusalException? Refused { get; private set; }

    /// <summary>What was posted; empty on a page that was only opened.</summary>
    protected IFormCollection Posted => Http.Request.HasFormContentType ? Http.Request.Form : FormCollection.Empty;

    /// <summary>What is wrong with a field, by the name it has in the services; null when nothing is.</summary>
    protected string? FaultOf(string field) => Refused?.Errors.FirstOrDefault(fault => fault.Field == field)?.Message;

    /// <summary>What was typed into a field before it was refused, otherwise what stands there.</summary>
    protected string? Kept(string name, string? current = null) => Refused is null ? current : Posted[name].ToString();

    /// <summary>Does what a form asks for.</summary>
    /// <param name="act">The work; returns the address to go on to, or null to stay and show what came of it.</param>
    protected async Task ActAsync(Func<Caller, CancellationToken, Task<string?>> act)
    {
        try
        {
            if (await act(Http.Caller(), Http.RequestAborted) is { } address)
            {
                // Not read anew: whoever acts on their own account may no longer look at the page.
                Addresses.NavigateTo(address);
                return;
            }
        }
        catch (RefusalException refusal)
        {
            Refused = refusal;
        }

        await LoadAsync(Http.Caller(), Http.RequestAborted);
    }
}
