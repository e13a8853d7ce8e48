using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>Where a component is drawn without a browser: on a live circuit, with the office's clock standing at the demo data's day.</summary>
internal sealed class PortalContext : BunitContext
{
    /// <param name="addServices">What the component asks for besides; nothing can be added once it is drawn.</param>
    public PortalContext(Action<IServiceCollection>? addServices = null)
    {
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton(new OfficeClock(Time, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
        Services.AddSingleton<AntiforgeryStateProvider>(new NoAntiforgery());
        addServices?.Invoke(Services);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public FakeTimeProvider Time { get; } = new(PostgresFixture.DemoNow);

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
