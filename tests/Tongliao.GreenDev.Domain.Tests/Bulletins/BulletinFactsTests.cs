using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Bulletins;

public sealed class BulletinFactsTests
{
    private readonly BulletinFacts facts = BulletinCase.Facts();

    [Theory]
    [InlineData("指标数", "2项")]
    [InlineData("单位数", "3个")]
    [InlineData("全市.达标", "0项")]
    [InlineData("全市.预警", "0项")]
    [InlineData("全市.滞后", "1项")]
    [InlineData("全市.认可偏差", "0项")]
    [InlineData("全市.未判定", "1项")]
    [InlineData("全市.达标项", "无")]
    [InlineData("全市.预警项", "无")]
    [InlineData("全市.滞后项", "第10项城镇污水处理率")]
    [InlineData("全市.未判定项", "第2项农村牧区生活污水治理率")]
    [InlineData("全市.较上季度", "没有可比数据")]
    [InlineData("科尔沁区.达标", "1项")]
    [InlineData("科尔沁区.达标项", "第2项农村牧区生活污水治理率")]
    [InlineData("奈曼旗.预警项", "第2项农村牧区生活污水治理率")]
    [InlineData("科尔沁区.较上季度", "达标增加1项、预警减少2项、滞后增加1项")]
    [InlineData("奈曼旗.较上季度", "没有可比数据")]
    [InlineData("全市.滞后较多单位", "科尔沁区1项、奈曼旗1项")]
    [InlineData("开鲁县.滞后较多单位", "无")]
    [InlineData("全市.应报数", "6项")]
    [InlineData("全市.已报数", "5项")]
    [InlineData("全市.上报率", "83.3%")]
    [InlineData("开鲁县.上报率", "50.0%")]
    [InlineData("奈曼旗.上报率", "100%")]
    [InlineData("全市.未按时报送单位", "奈曼旗、开鲁县")]
    [InlineData("全市.未报齐单位", "开鲁县")]
    [InlineData("科尔沁区.未按时报送单位", "无")]
    [InlineData("全市.整改事项", "4项")]
    [InlineData("全市.逾期整改", "2项")]
    [InlineData("全市.待安排整改", "1项")]
    [InlineData("全市.逾期整改单位", "科尔沁区2项")]
    [InlineData("奈曼旗.整改事项", "2项")]
    [InlineData("奈曼旗.逾期整改单位", "无")]
    [InlineData("10.全市.数值", "93.00%")]
    [InlineData("10.全市.应达", "应达95.00%")]
    [InlineData("10.全市.应达条件", "≥95%")]
    [InlineData("2.开鲁县.应达条件", "未到考核期")]
    [InlineData("10.全市.全年目标", "≥95%")]
    [InlineData("10.全市.差距", "差2.00个百分点")]
    [InlineData("10.全市.判定", "滞后")]
    [InlineData("10.全市.较上季度", "没有可比数据")]
    [InlineData("10.全市.较上年同期", "没有可比数据")]
    [InlineData("10.全市.滞后单位", "科尔沁区（93.00%）、奈曼旗（90.00%）")]
    [InlineData("10.全市.预警单位", "无")]
    [InlineData("2.全市.预警单位", "奈曼旗（24.5%）")]
    [InlineData("10.全市.格", "■93.00")]
    [InlineData("10.开鲁县.差距", "没有差距")]
    [InlineData("2.开鲁县.数值", "未报")]
    [InlineData("2.开鲁县.应达", "未到考核期")]
    [InlineData("2.开鲁县.差距", "未报")]
    [InlineData("2.开鲁县.格", "–")]
    [InlineData("10.奈曼旗.差距折合", "还差5万立方米")]
    public void Find_ByItsKey_SaysTheNumberWithItsUnit(string key, string expected) => Assert.Equal(expected, facts.TextOf(key));

    [Theory]
    [InlineData("")]
    [InlineData("全市")]
    [InlineData("全市.")]
    [InlineData(".达标")]
    [InlineData("全市.数值")]
    [InlineData("10.达标")]
    [InlineData("10.全市.达标")]
    [InlineData("11.全市.数值")]
    [InlineData("-1.全市.数值")]
    [InlineData("10.赤峰市.数值")]
    [InlineData("赤峰市.达标")]
    [InlineData("全市.达标 ")]
    public void Find_AnythingElse_IsNone(string key)
    {
        Assert.Null(facts.Find(key));
        Assert.Null(facts.TextOf(key));
    }

    [Theory]
    [InlineData("指标数", BulletinTopic.Dashboard, null, null)]
    [InlineData("科尔沁区.达标", BulletinTopic.Dashboard, "150502", null)]
    [InlineData("全市.上报率", BulletinTopic.Dashboard, TestData.CityCode, null)]
    [InlineData("奈曼旗.整改事项", BulletinTopic.Rectifications, "150525", null)]
    [InlineData("全市.逾期整改", BulletinTopic.Rectifications, TestData.CityCode, null)]
    [InlineData("全市.待安排整改", BulletinTopic.Rectifications, TestData.CityCode, null)]
    [InlineData("全市.逾期整改单位", BulletinTopic.Rectifications, TestData.CityCode, null)]
    [InlineData("10.奈曼旗.差距", BulletinTopic.Light, "150525", 10)]
    public void Find_SaysWhereItComesFrom(string key, BulletinTopic topic, string? unit, int? indicator)
    {
        var fact = facts.Find(key)!;

        Assert.Equal((key, new BulletinSource(topic, unit, indicator)), (fact.Key, fact.Source));
        Assert.Same(fact, facts.Find(key));
    }

    [Fact]
    public void Standing_ProvisionalAndDemo_IsSaid()
    {
        Assert.Equal("数据尚未全部审核通过，未审核的暂按上报数计", Standing(isDemo: false, approved: false));
        Assert.Equal("所列数据均已审核通过", Standing(isDemo: false, approved: true));
        Assert.Equal("所列数据均已审核通过；所列数据为演示数据，非真实上报", Standing(isDemo: true, approved: true));

        // Of what every unit has reported.
        static string? Standing(bool isDemo, bool approved)
        {
            var data = BulletinCase.Data(isDemo, approved);
            return new BulletinFacts(data with { Ratings = data.Ratings.Where(rating => rating.Key.Indicator == BulletinCase.Treated).ToDictionary() }).TextOf("数据状况");
        }
    }

    [Fact]
    public void In_AndUnknownIn_TellKnownKeysFromOthers()
    {
        const string Text = "{全市.滞后}、{全市.没有}、{指标数}、{全市.滞后}";

        Assert.Equal(["全市.滞后", "指标数"], facts.In(Text).Select(fact => fact.Key));
        Assert.Equal(["全市.没有"], facts.UnknownIn(Text));
    }

    [Fact]
    public void Keys_OfEverythingThatCanBeAsked_HaveAText()
    {
        string[] keys =
        [
            .. BulletinFacts.OfPlan,
            .. BulletinFacts.OfUnit.Select(asked => facts.KeyOf(BulletinCase.Naiman, asked)),
            .. BulletinFacts.OfLight.Select(asked => facts.KeyOf(BulletinCase.Treated, BulletinCase.Naiman, asked)),
        ];

        Assert.Contains("10.奈曼旗.格", keys);
        Assert.All(keys, key => Assert.NotEmpty(facts.TextOf(key)!));
    }

    [Fact]
    public void KeyOf_UnitsOfOneName_HaveTheirCode()
    {
        var plan = BulletinCase.PlanOf([BulletinCase.City, BulletinCase.Central, BulletinCase.Unit(9, "150581", TestData.CityCode, "科尔沁区", 4)]);
        var same = new BulletinFacts(BulletinCase.Data() with { Plan = plan });

        Assert.Equal("科尔沁区（150502）.达标", same.KeyOf(plan.Units[0], "达标"));
        Assert.Equal("1项", same.TextOf("科尔沁区（150502）.达标"));
        Assert.Null(same.TextOf("科尔沁区.达标"));
    }

    [Theory]
    [InlineData(0, 0, "0%")]
    [InlineData(0, 5, "0.0%")]
    [InlineData(1, 3, "33.3%")]
    [InlineData(1999, 2000, "99.9%")]
    [InlineData(9999, 10000, "99.9%")]
    [InlineData(7, 7, "100%")]
    public void Share_IsOnlyAllWhereItIsAll(int part, int whole, string expected) => Assert.Equal(expected, BulletinWords.Share(part, whole));

    [Theory]
    [InlineData(0, "无")]
    [InlineData(1, "1")]
    [InlineData(8, "1、2、3、4、5、6、7、8")]
    [InlineData(9, "1、2、3、4、5、6、7、8等9项")]
    public void List_OfMany_NamesTheFirst(int count, string expected) =>
        Assert.Equal(expected, BulletinWords.List([.. Enumerable.Range(1, count).Select(number => $"{number}")], "项"));

    [Theory]
    [InlineData(1, "一")]
    [InlineData(9, "九")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(31, "三十一")]
    public void Ordinal_IsThatOfHeadings(int number, string expected) => Assert.Equal(expected, BulletinWords.Ordinal(number));
}
