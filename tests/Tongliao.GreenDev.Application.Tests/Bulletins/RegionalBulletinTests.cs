using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Tests.Plans;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Bulletins;

/// <summary>The bulletin of a plan with 103 counties in 12 leagues, whose whole is called by its own name.</summary>
public sealed class RegionalBulletinTests(RegionalPortal portal) : IClassFixture<RegionalPortal>
{
    [Fact]
    public async Task Desk_OfManyUnits_TellsLeagueByLeague_InASensibleLength_AndADocumentThatIsValid()
    {
        var desk = await portal.Get<BulletinQueries>().DeskAsync(portal.BureauOfRegion, RegionalPortal.First, CancellationToken.None);
        var plan = desk.Facts.Plan;

        Assert.Empty(desk.Numbers.UnknownIn(desk.Content.Whole));
        Assert.InRange(desk.Content.Text.Length, 1000, BulletinContent.LongestText);
        Assert.InRange(BulletinText.Filled(desk.Content.Text, desk.Numbers.TextOf).Length, 1000, BulletinContent.LongestText);
        Assert.DoesNotContain("全市", desk.Content.Whole, StringComparison.Ordinal);
        Assert.Contains($"{{{plan.City.ShortName}.达标}}", desk.Content.Text, StringComparison.Ordinal);
        Assert.All(plan.City.Children, league => Assert.Contains($"）{league.ShortName}。", desk.Content.Text, StringComparison.Ordinal));
        Assert.Equal($"{RegionalPlanFile.Counties}个", desk.Numbers.TextOf("单位数"));
        using var document = new ReadDocument(BulletinPaper.Draft(desk).Document);
        Assert.Empty(document.Faults());
        Assert.Equal(6 + RegionalPlanFile.Leagues, document.Rows(0)[0].Count);
    }
}
