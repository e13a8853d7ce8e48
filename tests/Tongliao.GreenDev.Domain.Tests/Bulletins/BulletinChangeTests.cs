using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Domain.Tests.Bulletins;

public sealed class BulletinChangeTests
{
    private static readonly BulletinContent Content = new("通报{指标数}", "各单位", "滞后{全市.滞后}，处理率{10.全市.数值}。\n整改{全市.整改事项}。", "市住建局");

    private readonly BulletinEdition issued = Issued(BulletinCase.Facts());

    [Fact]
    public void Numbers_ThatAreOthersByNow_StandWithBoth_TheDaysOwnDoNot()
    {
        var data = BulletinCase.Data(central: 96);
        var now = new BulletinFacts(data with { Rectifications = [] });

        Assert.Equal([new BulletinChange("10.全市.数值", "93.00%", "94.00%")], BulletinChange.Numbers(issued, now).Where(change => change.What != "全市.滞后"));
        Assert.Equal([new BulletinChange("全市.滞后", "1项", "0项")], BulletinChange.Numbers(issued, now).Where(change => change.What == "全市.滞后"));
        Assert.Empty(BulletinChange.Numbers(issued, BulletinCase.Facts()));
    }

    [Fact]
    public void Numbers_OfAUnitThatIsGone_AreNothingNow()
    {
        var gone = new BulletinFacts(BulletinCase.Data() with { Ratings = new Dictionary<(int, string), IndicatorRating>() });

        Assert.Contains(new BulletinChange("10.全市.数值", "93.00%", "—"), BulletinChange.Numbers(issued, gone));
    }

    [Fact]
    public void Words_ThatAreOthers_StandWithTheirNumbers()
    {
        var now = new BulletinContent("新的通报", "各单位", "整改{全市.整改事项}。\n滞后{全市.滞后}，请抓紧。\n另加一段。", "住建局");

        Assert.Equal(
            [
                new BulletinChange("标题", "通报2项", "新的通报"),
                new BulletinChange("署名", "市住建局", "住建局"),
                new BulletinChange("正文", "滞后1项，处理率93.00%。", "滞后1项，请抓紧。"),
                new BulletinChange("正文", "—", "另加一段。"),
            ],
            BulletinChange.Words(issued, now, BulletinCase.Facts()));
        Assert.Equal([new BulletinChange("主送机关", "各单位", "各部门"), new BulletinChange("正文", "整改4项。", "—")], BulletinChange.Words(
            issued, Content with { Addressees = "各部门", Text = Content.Text.Split('\n')[0] }, BulletinCase.Facts()));
        Assert.Empty(BulletinChange.Words(issued, Content, BulletinCase.Facts(central: 96)));
    }

    [Fact]
    public void Edition_SaysWhichItIs_AndTheNumbersItHas()
    {
        Assert.Equal(("第1次印发", "第2次印发（更正）"), (issued.Word, BulletinEdition.NameOf(2)));
        Assert.Equal(("1项", null), (issued.TextOf("全市.滞后"), issued.TextOf("全市.预警")));
    }

    private static BulletinEdition Issued(BulletinFacts facts) => new()
    {
        PlanId = 1, Quarter = BulletinCase.Third, Number = 1, DocumentNumber = "通住建发〔2025〕12号", DatedOn = new DateOnly(2025, 10, 20), Release = null, Content = Content,
        Facts = facts.In(Content.Whole), Hash = [], Recorded = Recording.OnTrial,
    };
}
