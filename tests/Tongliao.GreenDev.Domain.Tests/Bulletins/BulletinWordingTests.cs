using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Bulletins;

public sealed class BulletinWordingTests
{
    [Fact]
    public void Of_AQuarter_HasTheSixSectionsInWordsAndKeys()
    {
        var content = BulletinWording.Of(BulletinCase.Facts(), "通辽市住房和城乡建设局");

        Assert.Equal(
            ("关于《绿色发展实施方案》2025年三季度主要指标进展情况的通报", "各填报单位，各有关部门", "通辽市住房和城乡建设局"),
            (content.Title, content.Addressees, content.Issuer));
        Assert.Equal(
            """
            为推动《绿色发展实施方案》（通政办发〔2023〕63号）各项指标落实，现将全市2025年三季度主要量化指标进展情况通报如下。{数据状况}。
            一、总体情况
            {指标数}主要量化指标中，全市达标{全市.达标}、预警{全市.预警}、滞后{全市.滞后}，未判定{全市.未判定}。与上季度相比，{全市.较上季度}。
            {单位数}填报单位中，滞后指标较多的是：{全市.滞后较多单位}。
            二、分指标情况
            （一）达标的指标。{全市.达标项}。
            （二）预警的指标。{全市.预警项}。
            （三）滞后的指标。{全市.滞后项}。
            1.第10项“城镇污水处理率”：全市{10.全市.数值}，{10.全市.应达}，{10.全市.差距}，判为{10.全市.判定}。
            （四）未判定的指标。{全市.未判定项}。
            三、分地区情况
            （一）科尔沁区。达标{科尔沁区.达标}、预警{科尔沁区.预警}、滞后{科尔沁区.滞后}、未判定{科尔沁区.未判定}，上报率{科尔沁区.上报率}。滞后的指标：{科尔沁区.滞后项}。
            （二）奈曼旗。达标{奈曼旗.达标}、预警{奈曼旗.预警}、滞后{奈曼旗.滞后}、未判定{奈曼旗.未判定}，上报率{奈曼旗.上报率}。滞后的指标：{奈曼旗.滞后项}。
            （三）开鲁县。达标{开鲁县.达标}、预警{开鲁县.预警}、滞后{开鲁县.滞后}、未判定{开鲁县.未判定}，上报率{开鲁县.上报率}。滞后的指标：{开鲁县.滞后项}。
            四、存在问题
            从各单位上报和说明的情况看，以下指标推进较慢：
            1.第10项“城镇污水处理率”滞后的单位：{10.全市.滞后单位}。奈曼旗说明：管网改造 跨年｛施工｝。科尔沁区说明：长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长……
            五、整改和报送情况
            （一）整改情况。截至本通报印发，未销号的整改事项{全市.整改事项}，其中已逾期{全市.逾期整改}，尚未填写整改安排{全市.待安排整改}。有逾期整改事项的单位：{全市.逾期整改单位}。
            （二）报送情况。本季度应报{全市.应报数}，已报{全市.已报数}，上报率{全市.上报率}。未按时报齐的单位：{全市.未按时报送单位}。
            六、下一步工作
            """.ReplaceLineEndings("\n"),
            content.Text[..(content.Text.IndexOf("六、下一步工作", StringComparison.Ordinal) + "六、下一步工作".Length)]);
        Assert.Equal(["（一）", "（二）", "（三）"], content.Text.Split('\n')[^3..].Select(line => line[..3]));
    }

    [Fact]
    public void Of_AnyQuarter_HasNoKeyWithoutANumber()
    {
        var facts = BulletinCase.Facts();

        Assert.Empty(facts.UnknownIn(BulletinWording.Of(facts, "").Whole));
    }

    [Fact]
    public void Of_NothingRed_SaysSo() =>
        Assert.Contains(
            "各填报单位没有滞后的指标",
            BulletinWording.Of(new BulletinFacts(BulletinCase.Data() with { Ratings = new Dictionary<(int, string), IndicatorRating>() }), "").Text,
            StringComparison.Ordinal);

    [Fact]
    public void Of_MoreUnitsThanAreToldOneByOne_TellsTheLevelAbove_OrNone()
    {
        var leagues = Enumerable.Range(1, 12).Select(place => BulletinCase.Unit(100 + place, $"L{place}", TestData.CityCode, $"盟{place}", place)).ToList();
        var counties = leagues.SelectMany(league => Enumerable.Range(1, 2).Select(place => BulletinCase.Unit((league.Id * 10) + place, $"{league.Code}-{place}", league.Code, $"{league.ShortName}县{place}", place))).ToList();
        var byLeague = BulletinCase.Data() with { Plan = BulletinCase.PlanOf([BulletinCase.City, .. leagues, .. counties]) };
        var flat = BulletinCase.Data() with { Plan = BulletinCase.PlanOf([BulletinCase.City, .. leagues, BulletinCase.Unit(300, "L13", TestData.CityCode, "盟13", 13)]) };

        Assert.Contains("（十二）盟12。", BulletinWording.Of(new BulletinFacts(byLeague), "").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("县1。", BulletinWording.Of(new BulletinFacts(byLeague), "").Text, StringComparison.Ordinal);
        Assert.Empty(flat.Parts);
        Assert.Contains("各填报单位情况见附件。滞后指标较多的是：{全市.滞后较多单位}。", BulletinWording.Of(new BulletinFacts(flat), "").Text, StringComparison.Ordinal);
    }
}
