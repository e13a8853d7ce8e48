using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Entry;

namespace Tongliao.GreenDev.Web.Tests.Components;

public sealed class SheetNoticeTests : IDisposable
{
    private static readonly Guid Clerk = Guid.CreateVersion7();
    private static readonly ReportChange Shown = new("150525", new Quarter(2025, 3), RevisionKind.Save, Guid.CreateVersion7());

    private readonly ReportChanges changes = new(NullLogger<ReportChanges>.Instance);
    private readonly PortalContext portal;
    private readonly IRenderedComponent<SheetNotice> notice;

    public SheetNoticeTests()
    {
        portal = new PortalContext(services => services.AddSingleton(changes));
        notice = portal.Render<SheetNotice>(with => with
            .Add(control => control.Report, new ReportKey("150525", new Quarter(2025, 3)))
            .Add(control => control.ReaderId, Clerk)
            .Add(control => control.Address, "/entry?period=2025Q3")
            .Add(control => control.RenderedAt, 0));
    }

    [Fact]
    public void Changed_ByAColleagueOrReviewer_IsTold_UntilTheSheetIsMadeAnew()
    {
        changes.Raise(Shown);
        portal.Time.Advance(TimeSpan.FromSeconds(2));
        notice.WaitForAssertion(() => Assert.Contains("本报表已有更新", notice.Find(".notice").TextContent, StringComparison.Ordinal));

        notice.Render(with => with.Add(control => control.RenderedAt, 1));

        Assert.Empty(notice.FindAll(".notice"));
    }

    [Fact]
    public void Changed_PeriodOrTarget_IsTold()
    {
        changes.Raise(new ReportChange(UnitCode: null, Quarter: null, Kind: null, Guid.CreateVersion7()));
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        notice.WaitForAssertion(() => Assert.Contains("本报表已有更新", notice.Find(".notice").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Changed_ByOneselfOrAnotherReport_IsNotTold()
    {
        var drawn = notice.RenderCount;

        changes.Raise(Shown with { ById = Clerk });
        changes.Raise(Shown with { UnitCode = "150523" });
        changes.Raise(Shown with { Quarter = new Quarter(2025, 2) });
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(drawn, notice.RenderCount);
    }

    public void Dispose() => portal.Dispose();
}
