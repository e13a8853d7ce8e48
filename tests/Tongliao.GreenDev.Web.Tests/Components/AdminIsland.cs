using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Theme;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>An island of the administration without a browser, over a portal's own services and database, with its menus and dialogs.</summary>
internal sealed class AdminIsland<TIsland> : IAsyncDisposable
    where TIsland : IComponent
{
    private readonly PortalContext context;
    private readonly IServiceScope scope;
    private readonly IRenderedComponent<Providers> providers;

    public AdminIsland(AccountPortal portal, Caller caller, Action<ComponentParameterCollectionBuilder<TIsland>>? parameters = null)
    {
        scope = portal.Services.CreateScope();
        context = new PortalContext(services =>
        {
            services.AddMudServices();
            services.AddTransient<MudLocalizer, ChineseLocalizer>();
            services.AddSingleton<TimeProvider>(portal.Time);
            services.AddSingleton(portal.Services.GetRequiredService<OfficeClock>());
            services.AddSingleton<AuthenticationStateProvider>(new SignedIn(caller.UserId));
        });
        context.Services.AddFallbackServiceProvider(scope.ServiceProvider);
        providers = context.Render<Providers>();
        Island = parameters is null ? context.Render<TIsland>() : context.Render(parameters);
    }

    public IRenderedComponent<TIsland> Island { get; }

    /// <summary>The dialog that is open.</summary>
    public IElement Dialog => providers.WaitForElement(".mud-dialog");

    /// <summary>What the page says was done.</summary>
    public string Done => Island.WaitForElement("[data-done]").TextContent;

    /// <summary>Opens an act's dialog by its button or from the menu of a row.</summary>
    public async Task OpenAsync(string row, string act)
    {
        var cell = Island.WaitForElement(row);
        if (cell.QuerySelector($"[data-act={act}]") is { } button)
        {
            // Ends with the dialog.
            _ = button.ClickAsync(new());
        }
        else
        {
            await cell.QuerySelector(".mud-menu button")!.ClickAsync(new());
            _ = providers.WaitForElement($"[data-act={act}]").ClickAsync(new());
        }

        providers.WaitForElement(".mud-dialog form");
    }

    public Task TypeAsync(string field, string text) => Field(field).ChangeAsync(new ChangeEventArgs { Value = text });

    public Task TickAsync(string field) => Field(field).ChangeAsync(new ChangeEventArgs { Value = true });

    public Task SendAsync() => providers.Find(".mud-dialog form").SubmitAsync();

    public IElement Field(string field) => providers.WaitForElement($"#act-{field}");

    /// <summary>What is said to be wrong with a field; it is marked so, and nowhere else is it said.</summary>
    public string FaultOf(string field)
    {
        var fault = providers.WaitForElement($"#act-{field}-fault").TextContent;
        Assert.Equal(("true", $"act-{field}-fault"), (Field(field).GetAttribute("aria-invalid"), Field(field).GetAttribute("aria-describedby")));
        Assert.DoesNotContain(fault, Refusal, StringComparison.Ordinal);
        return fault;
    }

    /// <summary>What stands above the fields.</summary>
    public string Refusal => providers.WaitForElement(".mud-dialog [role=alert]").TextContent;

    public bool IsDialogOpen => providers.FindAll(".mud-dialog").Count > 0;

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        scope.Dispose();
    }
}
