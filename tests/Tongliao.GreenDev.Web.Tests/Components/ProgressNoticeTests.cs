using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Progress;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>An open page of 任务进展 hears of what others did to reports of its quarter.</summary>
public sealed class ProgressNoticeTests : IDisposable
{
    private static readonly Guid Reader = Guid.CreateVersion7();
    private static readonly ReportChange Shown = new(UnitCode: null, new Quarter(2025, 3), Kind: null, Guid.CreateVersion7()) { TaskNumber = 20 };

    private readonly ReportChanges changes = new(NullLogger<ReportChanges>.Instance);
    private readonly PortalContext portal;
    private readonly IRenderedComponent<ProgressNotice> notice;

    public ProgressNoticeTests()
    {
        portal = new PortalContext(services => services.AddSingleton(changes));
        notice = portal.Render<ProgressNotice>(with => with
            .Add(control => control.Period, "2025Q3")
            .Add(control => control.ReaderId, Reader)
            .Add(control => control.Address, "/progress?period=2025Q3")
            .Add(control => control.RenderedAt, 1));
    }

    [Fact]
    public void Changed_ByOthersInTheShownQuarter_IsTold_AllElseIsNot()
    {
        changes.Raise(Shown with { ById = Reader });
        changes.Raise(Shown with { Quarter = new Quarter(2025, 2) });
        changes.Raise(new ReportChange("150525", new Quarter(2025, 3), RevisionKind.Approve, Guid.CreateVersion7()));
        changes.Raise(Shown);
        portal.Time.Advance(TimeSpan.FromSeconds(2));

        notice.WaitForAssertion(() => Assert.Equal("任务进展已更新（1 项），点此刷新", notice.Find("a").TextContent));
        Assert.Equal("/progress?period=2025Q3", notice.Find("a").GetAttribute("href"));
    }

    public void Dispose() => portal.Dispose();
}
