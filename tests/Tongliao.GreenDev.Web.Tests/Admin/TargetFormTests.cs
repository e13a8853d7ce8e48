using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Admin;

/// <summary>What the page says of a 分解指标 that was saved.</summary>
public sealed class TargetFormTests(AccountPortal portal) : IClassFixture<AccountPortal>
{
    [Theory]
    [InlineData("150525", "2025-01-01", "适用于一季度至四季度。")]
    [InlineData("150523", "2025-05-01", "适用于二季度至四季度。")]
    [InlineData("150524", "2025-10-15", "适用于四季度。")]
    public async Task Saved_SaysWhichQuartersItAppliesTo(string unit, string from, string words)
    {
        Assert.Contains($"分解指标已保存，{words}", await SaveAsync(unit, from), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saved_BehindALaterOne_SaysThatItAppliesToNone()
    {
        await SaveAsync("150526", "2025-03-01");

        Assert.Contains("这一条暂不适用于任何季度", await SaveAsync("150526", "2025-02-01"), StringComparison.Ordinal);
    }

    private async Task<string> SaveAsync(string unit, string from)
    {
        using var bureau = await portal.SignedInAsync(UserRole.Bureau);
        using var answer = await bureau.SubmitAsync(
            $"/admin/targets?indicator=20&year=2025&unit={unit}", "target", ("value", "6"), ("document", "通建发〔2025〕1号"), ("effectiveFrom", from));
        using var shown = await bureau.VisitAsync(Browser.TargetOf(answer)!);
        return await shown.Content.ReadAsStringAsync();
    }
}
