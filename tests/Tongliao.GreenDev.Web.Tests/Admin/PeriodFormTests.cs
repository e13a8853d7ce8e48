using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>截止日期: proposed ahead of today, moved for a reason only, and the reason stands in the period's history.</summary>
public sealed class PeriodFormTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    private const string Page = "/admin/periods?period=2025Q1&act=";

    // On 9 October 2025 the usual days of the earlier quarters are over.
    [Theory]
    [InlineData("2024Q1", "2025-10-19")]
    [InlineData("2025Q2", "2025-10-19")]
    [InlineData("2025Q3", "2025-10-15")]
    [InlineData("2025Q4", "2026-01-15")]
    public async Task Open_DueDate_IsProposedAheadOfToday(string period, string proposed)
    {
        using var bureau = await portal.SignedInAsync(UserRole.Bureau);

        using var shown = await bureau.VisitAsync($"/admin/periods?period={period}&act=open");

        var field = (await Markup.PageAsync(shown)).Field("due");
        Assert.Equal(("date", proposed), (field.GetAttribute("type"), field.GetAttribute("value")));
        Assert.Contains("年-月-日", field.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Due_Changed_AsksForAReason_WhichStandsInTheHistory()
    {
        using var bureau = await portal.SignedInAsync(UserRole.Bureau);
        using var opened = await bureau.SubmitAsync(Page + "open", "open", ("due", "2025-10-20"));

        foreach (var nothing in new[] { "", "无", "……" })
        {
            using var refused = await bureau.SubmitAsync(Page + "due", "open", ("due", "2025-10-25"), ("reason", nothing));
            Assert.Contains("请写明原因", (await Markup.PageAsync(refused)).QuerySelector("#reason-fault")!.TextContent, StringComparison.Ordinal);
        }

        using var same = await bureau.SubmitAsync(Page + "due", "open", ("due", "2025-10-20"), ("reason", ""));
        Assert.NotNull(Browser.TargetOf(same));
        using var moved = await bureau.SubmitAsync(Page + "due", "open", ("due", "2025-10-25"), ("reason", "国庆假期顺延"));
        Assert.NotNull(Browser.TargetOf(moved));

        using var history = await bureau.VisitAsync(Page + "history");
        Assert.Collection(
            (await Markup.PageAsync(history)).Texts("#history li"),
            last => Assert.EndsWith("填报中，截止日期 2025-10-25；改动原因：国庆假期顺延", last, StringComparison.Ordinal),
            second => Assert.EndsWith("填报中，截止日期 2025-10-20", second, StringComparison.Ordinal),
            first => Assert.EndsWith("填报中，截止日期 2025-10-20", first, StringComparison.Ordinal));
    }
}
