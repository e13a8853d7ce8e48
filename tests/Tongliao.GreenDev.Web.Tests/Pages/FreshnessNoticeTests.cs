using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class FreshnessNoticeTests : IAsyncDisposable
{
    private static readonly ReportChange Shown = new("150525", new Quarter(2025, 3), RevisionKind.Approve, Guid.CreateVersion7());

    private readonly ReportChanges changes = new(NullLogger<ReportChanges>.Instance);
    private readonly HeldTime time = new();
    private readonly LiveComponent<FreshnessNotice> notice;

    public FreshnessNoticeTests() => notice = new LiveComponent<FreshnessNotice>(
        new ServiceCollection().AddSingleton(changes).AddSingleton<TimeProvider>(time).BuildServiceProvider());

    [Fact]
    public async Task Changed_BurstInTheShownQuarter_IsToldOnceWithItsCount()
    {
        await notice.ShowAsync(Parameters(1));

        changes.Raise(Shown);
        changes.Raise(Shown);
        changes.Raise(Shown with { UnitCode = "150502" });
        Assert.DoesNotContain("数据已更新", notice.Text, StringComparison.Ordinal);
        Assert.Equal(1, time.Waits);
        await time.PassAsync();

        Assert.Contains("数据已更新（3 项），点此刷新", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_QuarterThatNoShownLightLooksAtOrDraft_IsNotTold()
    {
        await notice.ShowAsync(Parameters(1));

        changes.Raise(Shown with { Quarter = new Quarter(2025, 1) });
        changes.Raise(Shown with { Kind = RevisionKind.Save });

        Assert.Equal(0, time.Waits);
    }

    [Fact]
    public async Task Changed_QuarterComparedWithOrTargets_IsTold()
    {
        await notice.ShowAsync(Parameters(1));

        changes.Raise(Shown with { Quarter = new Quarter(2024, 4) });
        changes.Raise(new ReportChange(UnitCode: null, Quarter: null, Kind: null, Guid.CreateVersion7()));
        await time.PassAsync();

        Assert.Contains("数据已更新（2 项）", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_PageMadeAnew_TakeTheNoticeAway()
    {
        await notice.ShowAsync(Parameters(1));
        changes.Raise(Shown);
        await time.PassAsync();

        await notice.ShowAsync(Parameters(2));

        Assert.DoesNotContain("数据已更新", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_CircuitGone_ListensNoMore()
    {
        await notice.ShowAsync(Parameters(1));

        await notice.DisposeAsync();
        changes.Raise(Shown);

        Assert.Equal(0, time.Waits);
    }

    public async ValueTask DisposeAsync() => await notice.DisposeAsync();

    private static ParameterView Parameters(long renderedAt) => ParameterView.FromDictionary(new Dictionary<string, object?>
    {
        [nameof(FreshnessNotice.Quarters)] = "2025Q3 2025Q2 2024Q3 2024Q4",
        [nameof(FreshnessNotice.Address)] = "/dashboard?period=2025Q3",
        [nameof(FreshnessNotice.RenderedAt)] = renderedAt,
    });
}
