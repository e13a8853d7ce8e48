using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages;

/// <summary>A static page that only reads: loads once, and turns a refusal into a plain notice or a page not found.</summary>
public abstract class ReadingPage(NavigationManager navigation) : ComponentBase
{
    /// <summary>The request that the page answers.</summary>
    [CascadingParameter]
    protected HttpContext HttpContext { get; set; } = default!;

    /// <summary>Leads on to another page.</summary>
    protected NavigationManager Navigation { get; } = navigation;

    /// <summary>Whether there is something to show.</summary>
    protected bool IsLoaded { get; private set; }

    /// <summary>Chinese: why the person may not look at this.</summary>
    protected string? Refusal { get; private set; }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync(Caller caller, CancellationToken cancellationToken);

    protected sealed override async Task OnInitializedAsync()
    {
        try
        {
            await LoadAsync(SessionClaims.CallerOf(HttpContext.User), HttpContext.RequestAborted);
            IsLoaded = true;
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.NotFound)
        {
            Navigation.NotFound();
        }
        catch (RefusalException refusal)
        {
            HttpContext.Response.StatusCode = refusal.Kind == RefusalKind.Invalid ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status403Forbidden;
            Refusal = refusal.Message;
        }
    }
}
