using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Web.Tests.Api;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

/// <summary>The served portal tells its screens what was changed.</summary>
public sealed class ToldChangesTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    [Fact]
    public async Task Change_OnTheServedPortal_ReachesItsListeners()
    {
        var told = new TaskCompletionSource<ReportChange>();
        portal.Services.GetRequiredService<ReportChanges>().Changed += change => told.TrySetResult(change);

        await portal.OpenAsync("2024Q3", "2024-10-15");

        var change = await told.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Null(change.UnitCode);
        Assert.True(change.CountsForRatings);
    }
}
