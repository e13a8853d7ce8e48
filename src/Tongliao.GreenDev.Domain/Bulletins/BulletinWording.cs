using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>
/// Words a bulletin from its numbers (自动拟稿), in the six sections and the tone of such documents, for people to go on with. Whatever a
/// correction may change is said by a key.
/// </summary>
public sealed class BulletinWording
{
    private const int MostLights = 8;
    private const int MostProblems = 6;
    private const int MostQuoted = 2;
    private const int LongestQuote = 60;

    private readonly BulletinFacts facts;
    private readonly BulletinData data;
    private readonly ReportingUnit whole;
    private readonly List<string> lines = [];

    private BulletinWording(BulletinFacts facts) => (this.facts, data, whole) = (facts, facts.Data, facts.Data.Plan.City);

    /// <param name="facts">Of the quarter.</param>
    /// <param name="issuer">发文机关署名.</param>
    public static BulletinContent Of(BulletinFacts facts, string issuer)
    {
        var plan = facts.Data.Plan;
        var wording = new BulletinWording(facts);
        wording.AddAll();
        return new BulletinContent(
            $"关于《{plan.Title}》{facts.Data.Quarter.ChineseName}主要指标进展情况的通报",
            "各填报单位，各有关部门",
            string.Join('\n', wording.lines),
            issuer);
    }

    private void AddAll()
    {
        var plan = data.Plan;
        lines.Add($"为推动《{plan.Title}》（{plan.DocumentNumber}）各项指标落实，现将{whole.ShortName}{data.Quarter.ChineseName}主要量化指标进展情况通报如下。{{数据状况}}。");
        AddOverview();
        AddIndicators();
        AddUnits();
        AddProblems();
        AddRectifications();
        AddNext();
    }

    private void AddOverview()
    {
        var hasAccepted = data.Of(whole).Any(rating => rating.State == RagStatus.Accepted);
        lines.Add("一、总体情况");
        lines.Add($"{{指标数}}主要量化指标中，{whole.ShortName}达标{Of("达标")}、预警{Of("预警")}、滞后{Of("滞后")}{(hasAccepted ? $"、认可偏差{Of("认可偏差")}" : "")}，未判定{Of("未判定")}。与上季度相比，{Of("较上季度")}。");
        lines.Add($"{{单位数}}填报单位中，滞后指标较多的是：{Of("滞后较多单位")}。");
    }

    private void AddIndicators()
    {
        lines.Add("二、分指标情况");
        lines.Add($"（一）达标的指标。{Of("达标项")}。");
        AddBehind("（二）预警的指标。", RagStatus.Amber, "预警项");
        AddBehind("（三）滞后的指标。", RagStatus.Red, "滞后项");
        lines.Add($"（四）未判定的指标。{Of("未判定项")}。");
    }

    private void AddBehind(string heading, RagStatus state, string names)
    {
        lines.Add($"{heading}{Of(names)}。");
        var behind = Lagging.WorstFirst(data.Of(whole)).Where(rating => rating.State == state).Take(MostLights);
        AddNumbered(behind.Select(rating => $"{Quoted(rating.Indicator)}：{whole.ShortName}{Of(rating.Indicator, "数值")}，{Of(rating.Indicator, "应达")}，{Of(rating.Indicator, "差距")}，判为{Of(rating.Indicator, "判定")}。"));
    }

    private void AddUnits()
    {
        lines.Add("三、分地区情况");
        var number = 0;
        foreach (var unit in data.Parts)
        {
            lines.Add($"（{BulletinWords.Ordinal(++number)}）{unit.ShortName}。达标{Of(unit, "达标")}、预警{Of(unit, "预警")}、滞后{Of(unit, "滞后")}、未判定{Of(unit, "未判定")}，上报率{Of(unit, "上报率")}。滞后的指标：{Of(unit, "滞后项")}。");
        }

        if (number == 0)
        {
            lines.Add($"各填报单位情况见附件。滞后指标较多的是：{Of("滞后较多单位")}。");
        }
    }

    private void AddProblems()
    {
        lines.Add("四、存在问题");
        var problems = data.Plan.Indicators
            .Select(indicator => (Indicator: indicator, Red: data.Plan.Units.Count(unit => data.Find(indicator.Number, unit)?.State == RagStatus.Red)))
            .Where(problem => problem.Red > 0).OrderByDescending(problem => problem.Red).Take(MostProblems).ToList();
        if (problems.Count == 0)
        {
            lines.Add("各填报单位没有滞后的指标，工作推进总体平稳。");
        }
        else
        {
            lines.Add("从各单位上报和说明的情况看，以下指标推进较慢：");
            AddNumbered(problems.Select(problem => $"{Quoted(problem.Indicator)}滞后的单位：{Of(problem.Indicator, "滞后单位")}。{Answers(problem.Indicator)}"));
        }
    }

    private string Answers(Indicator indicator) => string.Concat(
        from answer in data.Answers.Where(answer => answer.Indicator == indicator.Number).DistinctBy(answer => answer.Text).Take(MostQuoted)
        let unit = data.Plan.Units.First(unit => unit.Code == answer.UnitCode)
        let words = BulletinText.Quotable(answer.Text).TrimEnd('。')
        select $"{unit.ShortName}说明：{(words.Length > LongestQuote ? words[..LongestQuote] + "……" : words + "。")}");

    private void AddRectifications()
    {
        lines.Add("五、整改和报送情况");
        lines.Add($"（一）整改情况。截至本通报印发，未销号的整改事项{Of("整改事项")}，其中已逾期{Of("逾期整改")}，尚未填写整改安排{Of("待安排整改")}。有逾期整改事项的单位：{Of("逾期整改单位")}。");
        lines.Add($"（二）报送情况。本季度应报{Of("应报数")}，已报{Of("已报数")}，上报率{Of("上报率")}。未按时报齐的单位：{Of("未按时报送单位")}。");
    }

    private void AddNext()
    {
        lines.Add("六、下一步工作");
        lines.Add("（一）抓好滞后指标整改。有滞后指标的单位要对照差距逐项明确整改措施、责任人和完成时限，按期销号；已逾期的，要说明原因，重新明确时限。");
        lines.Add("（二）压实牵头责任。各牵头部门要加强对预警和滞后指标的调度指导，帮助解决项目、资金等实际困难，防止预警转为滞后。");
        lines.Add("（三）提高报送质量。各填报单位要按时、如实报送，数据有较大变化的要写明原因并附佐证材料；发现差错的，及时申请更正。");
    }

    private void AddNumbered(IEnumerable<string> items)
    {
        foreach (var (index, item) in items.Index())
        {
            lines.Add($"{BulletinWords.Counted(index + 1, ".")}{item}");
        }
    }

    private static string Quoted(Indicator indicator) => $"第{BulletinWords.Items(indicator.Number)}“{indicator.Name}”";

    private string Of(string asked) => Of(whole, asked);

    private string Of(ReportingUnit unit, string asked) => $"{{{facts.KeyOf(unit, asked)}}}";

    private string Of(Indicator indicator, string asked) => $"{{{facts.KeyOf(indicator.Number, whole, asked)}}}";
}
