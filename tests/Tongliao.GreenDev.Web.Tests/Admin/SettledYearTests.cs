using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>Where every quarter is locked a 分解指标 or 基数 would change nothing: it is not offered, and the page says why.</summary>
public sealed class SettledYearTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string OfTargets = "2024年一季度至2024年四季度均已锁定，评定结果已经固定，不能再更改2024年的分解指标。";
    private const string OfBaselines = "2024年一季度至2025年四季度均已锁定，评定结果已经固定，不能再更改基数。";

    private readonly AccountPortal portal = new(postgres);
    private Browser bureau = null!;

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        bureau = await portal.SignedInAsync(UserRole.Bureau);
    }

    public async ValueTask DisposeAsync()
    {
        bureau.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Targets_OfALockedYear_AreShownAndNotOffered()
    {
        const string Page = "/admin/targets?indicator=20&unit=150525&year=";
        await LockYearAsync(2024);
        using var locked = await bureau.VisitAsync(Page + 2024);
        using var open = await bureau.VisitAsync(Page + 2025);
        var (settled, offered) = (await Markup.PageAsync(locked), await Markup.PageAsync(open));

        Assert.Equal([OfTargets], settled.Texts("#settled"));
        Assert.Empty(settled.QuerySelectorAll("form#target, [data-act=set]"));
        Assert.Equal(9, settled.QuerySelectorAll("tr[data-unit]").Length);
        Assert.Empty(offered.QuerySelectorAll("#settled"));
        Assert.Single(offered.QuerySelectorAll("form#target"));
        Assert.Equal(9, offered.QuerySelectorAll("[data-act=set]").Length);
    }

    [Fact]
    public async Task Target_SentWhenTheYearHasBeenLocked_IsRefusedAndNotOfferedAgain()
    {
        const string Page = "/admin/targets?indicator=20&year=2024&unit=150525";
        using var shown = await bureau.VisitAsync(Page);
        await LockYearAsync(2024);

        using var answer = await bureau.SubmitAsync(
            shown, Page, "target", ("value", "6"), ("document", "通建发〔2024〕1号"), ("effectiveFrom", "2024-01-01"));
        var page = await Markup.PageAsync(answer);

        Assert.Equal([OfTargets], page.Texts(".notice.is-red"));
        Assert.Empty(page.QuerySelectorAll("form#target, [data-act=set]"));
    }

    [Fact]
    public async Task Baselines_EveryQuarterLocked_AreShownAndNotOffered()
    {
        const string Page = "/admin/baselines?cell=16-150525";
        using var saved = await bureau.SubmitAsync(Page, "baseline", ("Amount", "3.25"));
        await LockYearAsync(2024);
        using var between = await bureau.VisitAsync(Page);
        await LockYearAsync(2025);
        using var last = await bureau.VisitAsync(Page);
        var (offered, settled) = (await Markup.PageAsync(between), await Markup.PageAsync(last));

        Assert.Single(offered.QuerySelectorAll("form#baseline"));
        Assert.Empty(offered.QuerySelectorAll("#settled"));
        Assert.Equal([OfBaselines], settled.Texts("#settled"));
        Assert.Empty(settled.QuerySelectorAll("form#baseline, [data-cell] a, [name=indicator]"));
        Assert.Equal(["3.25"], settled.Texts("[data-cell='16-150525']"));
    }

    private async Task LockYearAsync(int year)
    {
        var (caller, _) = await portal.UserAsync(UserRole.Bureau);
        var periods = portal.Services.GetRequiredService<PeriodService>();
        for (var quarter = new Quarter(year, 1); quarter.Year == year; quarter = quarter.Next)
        {
            await periods.OpenAsync(caller, quarter, quarter.LastDay.AddDays(15), CancellationToken.None);
            await periods.CloseAsync(caller, quarter, CancellationToken.None);
            await periods.LockAsync(caller, quarter, CancellationToken.None);
        }
    }
}
