using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>Blazor Server with one interactive part that does nothing: what a circuit costs before a portal adds anything.</summary>
internal static class EmptyPortal
{
    public static async Task ServeAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        await using var app = builder.Build();
        app.Urls.Add(address);
        app.UseAntiforgery();
        app.MapRazorComponents<EmptyRoot>().AddInteractiveServerRenderMode();
        await app.RunAsync();
    }
}

/// <summary>The document; the same at every address.</summary>
public sealed class EmptyRoot : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddMarkupContent(0, "<!DOCTYPE html>");
        builder.OpenElement(1, "html");
        builder.OpenElement(2, "body");
        builder.OpenComponent<EmptyPart>(3);
        builder.AddComponentRenderMode(RenderMode.InteractiveServer);
        builder.CloseComponent();
        builder.CloseElement();
        builder.CloseElement();
    }
}

/// <summary>Gives the document an address.</summary>
[Route("/")]
public sealed class EmptyPage : ComponentBase
{
}

/// <summary>One element and one event.</summary>
public sealed class EmptyPart : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => { }));
        builder.AddContent(2, "空");
        builder.CloseElement();
    }
}
