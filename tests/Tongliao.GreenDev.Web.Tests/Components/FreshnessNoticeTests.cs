using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Tests.Components;

public sealed class FreshnessNoticeTests : IDisposable
{
    private static readonly ReportChange Shown = new("150525", new Quarter(2025, 3), RevisionKind.Approve, Guid.CreateVersion7());

    private readonly ReportChanges changes = new(NullLogger<ReportChanges>.Instance);
    private readonly PortalContext portal;
    private readonly IRenderedComponent<FreshnessNotice> notice;

    public FreshnessNoticeTests()
    {
        portal = new PortalContext(services => services.AddSingleton(changes));
        notice = portal.Render<FreshnessNotice>(with => with
            .Add(control => control.Quarters, "2025Q3 2025Q2 2024Q3 2024Q4")
            .Add(control => control.Address, "/dashboard?period=2025Q3")
            .Add(control => control.RenderedAt, 1));
    }

    [Fact]
    public void Changed_BurstInTheShownQuarter_IsToldOnceWithItsCount()
    {
        changes.Raise(Shown);
        portal.Time.Advance(TimeSpan.FromSeconds(1));
        changes.Raise(Shown);
        changes.Raise(Shown with { UnitCode = "150502" });
        Assert.Empty(notice.FindAll("a"));

        // Two seconds after the first of them, not after the last.
        portal.Time.Advance(TimeSpan.FromSeconds(1));

        notice.WaitForAssertion(() => Assert.Equal("数据已更新（3 项），点此刷新", notice.Find("a.notice").TextContent));
        Assert.Equal("/dashboard?period=2025Q3", notice.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Changed_QuarterThatNoShownLightLooksAtOrDraft_IsNotTold()
    {
        changes.Raise(Shown with { Quarter = new Quarter(2025, 1) });
        changes.Raise(Shown with { Kind = RevisionKind.Save });
        changes.Raise(new ReportChange(UnitCode: null, Shown.Quarter, Kind: null, Shown.ById) { TaskNumber = 20 });
        changes.Raise(Shown);
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        // Only the last, which is told so that the others are known to have had their time.
        notice.WaitForAssertion(() => Assert.Contains("（1 项）", notice.Find("a").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Changed_QuarterComparedWithOrTargets_IsTold()
    {
        changes.Raise(Shown with { Quarter = new Quarter(2024, 4) });
        changes.Raise(new ReportChange(UnitCode: null, Quarter: null, Kind: null, Guid.CreateVersion7()));
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        notice.WaitForAssertion(() => Assert.Contains("数据已更新（2 项）", notice.Find("a").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Parameters_PageMadeAnew_TakeTheNoticeAway()
    {
        changes.Raise(Shown);
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        notice.WaitForAssertion(() => notice.Find("a"));

        notice.Render(with => with.Add(control => control.RenderedAt, 2));

        Assert.Empty(notice.FindAll("a"));
    }

    [Fact]
    public async Task Dispose_CircuitGone_ListensNoMore()
    {
        var drawn = notice.RenderCount;

        await portal.DisposeComponentsAsync();
        changes.Raise(Shown);
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(drawn, notice.RenderCount);
    }

    public void Dispose() => portal.Dispose();
}
