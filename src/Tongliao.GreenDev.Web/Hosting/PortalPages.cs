using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using MudBlazor;
using MudBlazor.Services;
using Tongliao.GreenDev.Web.Components;
using Tongliao.GreenDev.Web.Components.Theme;
using Tongliao.GreenDev.Web.Options;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Pages rendered on the server, with interactive islands where a page asks for them.</summary>
public static class PortalPages
{
    private const long LargestMessageBytes = 32 * 1024;

    public static void AddPortalPages(this IServiceCollection services)
    {
        // Chinese as it is instead of a numeric entity a character: a third of the bytes.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessageBytes);
        services.AddOptions<CircuitOptions>().Configure<IOptions<CircuitsOptions>>((circuit, limits) =>
        {
            circuit.DisconnectedCircuitMaxRetained = limits.Value.MaxDisconnected;
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(limits.Value.DisconnectedSeconds);
        });
        services.AddMudServices();
        services.AddTransient<MudLocalizer, ChineseLocalizer>();
        services.AddSingleton<CircuitSlots>();
        services.AddScoped<CircuitHandler, CircuitLimits>();
    }

    public static void MapPortalPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().WithMetadata(new WithoutSessionAttribute());

        // RequireAuthorization also covers the address of the circuits. Frame ancestors are in the portal's own policy.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization();
    }
}
