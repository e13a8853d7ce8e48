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

/// <summary>An island of acts without a browser, over a portal's own services and database, with its menus and dialogs.</summary>
internal sealed class AdminIsland<TIsland> : IAsyncDisposable
    where TIsland : IComponent
{
    /// <summary>Of a busy machine; nothing waits longer than it has to.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PortalContext context;
    private readonly IServiceScope scope;
    private readonly BunitJSModuleInterop script;
    private readonly IRenderedComponent<Providers> providers;
    private Task asking = Task.CompletedTask;

    public AdminIsland(AccountPortal portal, Caller caller, Action<ComponentParameterCollectionBuilder<TIsland>>? parameters = null)
    {
        BunitContext.DefaultWaitTimeout = Patience;
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
        script = context.JSInterop.SetupModule();
        script.Mode = JSRuntimeMode.Loose;
        providers = context.Render<Providers>();
        Island = parameters is null ? context.Render<TIsland>() : context.Render(parameters);
    }

    public IRenderedComponent<TIsland> Island { get; }

    /// <summary>Keeps a call of the island's script unanswered, as on a slow line, until it is given its result.</summary>
    public JSRuntimeInvocationHandler Hold(string function) => script.SetupVoid(function, _ => true);

    /// <summary>The dialog that is open.</summary>
    public IElement Dialog => providers.WaitForElement(".mud-dialog");

    /// <summary>What the page says was done.</summary>
    public string Done => Island.WaitForElement("[data-done]").TextContent;

    // Whatever is found is used in one go, in the renderer's turn: between finding and using it something else may be drawn in its place.
    private Task ChangeAsync(string field, object value)
    {
        Field(field);
        return providers.InvokeAsync(() => providers.Find($"#act-{field}").ChangeAsync(new ChangeEventArgs { Value = value }));
    }

    /// <summary>Opens an act's dialog by its button or from the menu of a row.</summary>
    public async Task OpenAsync(string row, string act)
    {
        await asking;
        Island.WaitForElement($"{row} [data-act={act}], {row} .mud-menu button");
        var cell = Island.Find(row);
        if (cell.QuerySelector($"[data-act={act}]") is not null)
        {
            // Ends with the dialog, when the island has read anew.
            asking = Island.InvokeAsync(() => Island.Find($"{row} [data-act={act}]").ClickAsync(new()));
        }
        else
        {
            await Island.InvokeAsync(() => Island.Find($"{row} .mud-menu button").ClickAsync(new()));
            providers.WaitForElement($"[data-act={act}]");
            asking = providers.InvokeAsync(() => providers.Find($"[data-act={act}]").ClickAsync(new()));
        }

        providers.WaitForElement(".mud-dialog form");
    }

    public Task TypeAsync(string field, string text) => ChangeAsync(field, text);

    /// <summary>Picks one of a long list.</summary>
    public async Task ChooseAsync<TItem>(string field, Func<TItem, bool> which)
    {
        Field(field);
        var choices = providers.FindComponents<ChoiceField<TItem>>().Single().Instance;
        await providers.InvokeAsync(() => choices.ValueChanged.InvokeAsync(choices.Items.Single(which)));
    }

    public Task TickAsync(string field) => ChangeAsync(field, true);

    public async Task SendAsync()
    {
        await providers.InvokeAsync(() => providers.Find(".mud-dialog form").SubmitAsync());
        await (IsDialogOpen ? Task.CompletedTask : asking);
    }

    /// <summary>Sends it once more before the first has been answered.</summary>
    public async Task SendTwiceAsync()
    {
        await providers.InvokeAsync(() =>
        {
            var form = providers.Find(".mud-dialog form");
            var first = form.SubmitAsync();

            // Where all that it waits for is there already it has been answered by now, and nothing is left to be pressed.
            return Task.WhenAll(first, IsDialogOpen ? form.SubmitAsync() : Task.CompletedTask);
        });
        await (IsDialogOpen ? Task.CompletedTask : asking);
    }

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

    /// <summary>A secret that the dialog tells, this once.</summary>
    public string Secret => providers.WaitForElement("[data-secret]").TextContent;

    /// <summary>Leaves a dialog that has been read.</summary>
    public async Task CloseAsync()
    {
        await providers.InvokeAsync(() => providers.Find(".mud-dialog-actions button").ClickAsync(new()));
        await asking;
    }

    /// <summary>What the island wrote into the address bar last.</summary>
    public string? Address => context.JSInterop.Invocations["greenDevPlan.show"][^1].Arguments[^1] as string;

    /// <summary>Where the keyboard was led last, by the id of the element.</summary>
    public string? Shown => context.JSInterop.Invocations["show"] is { Count: > 0 } shown ? shown[^1].Arguments[0] as string : null;

    public bool IsDialogOpen => providers.FindAll(".mud-dialog").Count > 0;

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        scope.Dispose();
    }
}
