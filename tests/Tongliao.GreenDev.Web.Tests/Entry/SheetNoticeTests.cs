using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Entry;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Entry;

public sealed class SheetNoticeTests : IAsyncDisposable
{
    private static readonly Guid Clerk = Guid.CreateVersion7();
    private static readonly ReportChange Shown = new("150525", new Quarter(2025, 3), RevisionKind.Save, Guid.CreateVersion7());

    private readonly ReportChanges changes = new(NullLogger<ReportChanges>.Instance);
    private readonly HeldTime time = new();
    private readonly LiveComponent<SheetNotice> notice;

    public SheetNoticeTests() => notice = new LiveComponent<SheetNotice>(
        new ServiceCollection().AddSingleton(changes).AddSingleton<TimeProvider>(time).BuildServiceProvider());

    [Fact]
    public async Task Changed_ByAColleagueOrReviewer_IsTold_UntilTheSheetIsMadeAnew()
    {
        await notice.ShowAsync(Parameters(0));

        changes.Raise(Shown);
        await time.PassAsync();
        Assert.Contains("本报表已有更新", notice.Text, StringComparison.Ordinal);

        await notice.ShowAsync(Parameters(1));
        Assert.DoesNotContain("本报表已有更新", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_PeriodOrTarget_IsTold()
    {
        await notice.ShowAsync(Parameters(0));

        changes.Raise(new ReportChange(UnitCode: null, Quarter: null, Kind: null, Guid.CreateVersion7()));
        await time.PassAsync();

        Assert.Contains("本报表已有更新", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_ByOneselfOrAnotherReport_IsNotTold()
    {
        await notice.ShowAsync(Parameters(0));

        changes.Raise(Shown with { ById = Clerk });
        changes.Raise(Shown with { UnitCode = "150523" });
        changes.Raise(Shown with { Quarter = new Quarter(2025, 2) });

        Assert.Equal(0, time.Waits);
    }

    public async ValueTask DisposeAsync() => await notice.DisposeAsync();

    private static ParameterView Parameters(long renderedAt) => ParameterView.FromDictionary(new Dictionary<string, object?>
    {
        [nameof(SheetNotice.Report)] = new ReportKey("150525", new Quarter(2025, 3)),
        [nameof(SheetNotice.ReaderId)] = Clerk,
        [nameof(SheetNotice.Address)] = "/entry?period=2025Q3",
        [nameof(SheetNotice.RenderedAt)] = renderedAt,
    });
}
