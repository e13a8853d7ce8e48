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
    private bool isTakenOver;

    public SheetNoticeTests()
    {
        portal = new PortalContext(services => services.AddSingleton(changes));
        notice = portal.Render<SheetNotice>(with => with
            .Add(control => control.Report, new ReportKey("150525", new Quarter(2025, 3)))
            .Add(control => control.ReaderId, Clerk)
            .Add(control => control.Address, "/entry?period=2025Q3")
            .Add(control => control.RenderedAt, 0)
            .Add(control => control.TakeOver, () => Task.FromResult(isTakenOver)));
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

    [Theory]
    [InlineData(RevisionKind.Save, false)]
    [InlineData(RevisionKind.Return, true)]
    public void Changed_AndTakenOver_IsToldOnlyOfWhatIsNoNumber(RevisionKind kind, bool isTold)
    {
        isTakenOver = true;
        var drawn = notice.RenderCount;

        changes.Raise(Shown with { Kind = kind });
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        notice.WaitForState(() => notice.RenderCount > drawn);
        Assert.Equal(isTold, notice.FindAll(".notice").Count > 0);
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
