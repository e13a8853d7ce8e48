using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tongliao.GreenDev.Application.Plans;

namespace Tongliao.GreenDev.Application.Tests.Plans;

/// <summary>Breaks the other plan in one place at a time; what is said must name that place and that fault.</summary>
public sealed class BrokenPlanFileTests
{
    private const string Absent = "(absent)";

    private const string TwoQuantities =
        """
        [
          { "code": "length", "name": "步道长度", "unit": "公里", "isOneFact": true, "reason": "示例", "uses": [{ "indicatorNumber": 2, "key": "numerator" }] },
          { "code": "length", "name": "步道长度", "unit": "公里", "isOneFact": true, "reason": "示例", "uses": [
            { "indicatorNumber": 2, "key": "numerator" }, { "indicatorNumber": 3, "key": "amount" }, { "indicatorNumber": 2, "key": "amount" }] }
        ]
        """;

    [Fact]
    public void Load_Unbroken_IsAccepted() => PlanFiles.Load(AnotherPlan().ToJsonString());

    [Theory]
    [InlineData("meta.key", Absent, "$.meta.key", "缺少此项")]
    [InlineData("colour", "1", "$.colour", "不认识的项")]
    [InlineData("indicators[0].colour", "1", "$.indicators[0].colour", "不认识的项")]
    [InlineData("indicators[0].id", "7", "$.indicators[0].id", "不认识的项")]
    [InlineData("indicators[0].isSum", "true", "$.indicators[0].isSum", "不认识的项")]
    [InlineData("indicators[0].targets[1].windowStartYear", Absent, "$.indicators[0].targets[1].windowStartYear", "缺少此项")]
    [InlineData("departments[2].annexName", Absent, "$.departments[2].annexName", "缺少此项")]
    [InlineData("departments[0].name", "null", "$.departments[0].name", "不得为null")]
    [InlineData("meta.firstYear", "null", "$.meta.firstYear", "不得为null")]
    [InlineData("departments[0].aliases", "[null]", "$.departments[0].aliases[0]", "不得为null")]
    [InlineData("departments[0].name", "\" \"", "$.departments[0].name", "不得为空")]
    [InlineData("departments[0].order", "\"1\"", "$.departments[0].order", "应为整数")]
    [InlineData("meta.issuedOn", "\"2025-6-30\"", "$.meta.issuedOn", "应为日期，如2023-11-04")]
    [InlineData("indicators", "{}", "$.indicators", "应为列表 [ … ]")]
    [InlineData("indicators[0].annex", "[]", "$.indicators[0].annex", "应为对象 { … }")]
    [InlineData("indicators[0].kind", "\"stock\"", "$.indicators[0].kind", "应为stockRatio、flowRatio、waterLoss、sum之一")]
    [InlineData("indicators[0].kind", "1", "$.indicators[0].kind", "应为stockRatio、flowRatio、waterLoss、sum之一")]
    [InlineData("indicators[0].cityScope", "\"allUnits, centralUrban\"", "$.indicators[0].cityScope", "应为allUnits、centralUrban之一")]
    [InlineData("indicators[0].cityScope", "\"AllUnits\"", "$.indicators[0].cityScope", "应为allUnits、centralUrban之一")]
    [InlineData("indicators[0].neverFalls", "1", "$.indicators[0].neverFalls", "应为true或false")]
    [InlineData("indicators[0].targets[0].value", "50.12345", "$.indicators[0].targets[0].value", "最多12位整数、4位小数")]
    [InlineData("indicators[0].targets[0].value", "\"50\"", "$.indicators[0].targets[0].value", "应为数")]
    public void Load_WrongShape_NamesThePlace(string place, string json, string path, string message) =>
        AssertFault(place, json, path, message);

    [Theory]
    [InlineData("meta.key", "\"Example 1\"", "$.meta.key", "只能用小写字母、数字和“-”，以字母开头")]
    [InlineData("meta.textFile", "\"absent.txt\"", "$.meta.textFile", "计划文件旁没有“absent.txt”")]
    [InlineData("meta.documentNumber", "\"示政发〔2025〕2号\"", "$.meta.documentNumber", "与公布的全文不一致")]
    [InlineData("meta.lastYear", "2025", "$.meta.lastYear", "不得早于firstYear")]
    [InlineData("annex.headers", "[\"序号\"]", "$.annex.headers", "应有7列：4列固定，另每年1列")]
    [InlineData("regions[0].parentCode", "\"990001\"", "$.regions[0].parentCode", "第一个单位为全域，没有上级；其余单位都须有上级")]
    [InlineData("regions[2].parentCode", "null", "$.regions[2].parentCode", "第一个单位为全域，没有上级；其余单位都须有上级")]
    [InlineData("regions[2].parentCode", "\"999999\"", "$.regions[2].parentCode", "没有code为“999999”的单位")]
    [InlineData("regions[1].parentCode", "\"990002\"", "$.regions[1].parentCode", "上级单位须列在本单位之前，不得互为上级")]
    [InlineData("regions[2].parentCode", "\"990002\"", "$.regions[2].parentCode", "上级单位须列在本单位之前，不得互为上级")]
    [InlineData("regions[0].sets", "[\"centralUrban\"]", "$.regions[0].sets", "只有填报单位可以归入，有下级的单位由下级汇总")]
    [InlineData("regions[2].sets", "[\"centralUrban\", \"centralUrban\"]", "$.regions[2].sets[1]", "“CentralUrban”重复")]
    [InlineData("regions[2].code", "\"990001\"", "$.regions[2].code", "“990001”重复")]
    [InlineData("regions[2].order", "1", "$.regions[2].order", "1须为正数、不重复并由小到大排列")]
    [InlineData("departments[1].id", "\"yuanlin\"", "$.departments[1].id", "“yuanlin”重复")]
    [InlineData("departments[2].id", "\"Tiyu\"", "$.departments[2].id", "只能用小写字母、数字和“_”，以字母开头")]
    [InlineData("departments[2].aliases", "[\"园林局\"]", "$.departments[2]", "名称“园林局”也属于“yuanlin”")]
    public void Load_WrongHead_NamesThePlace(string place, string json, string path, string message) =>
        AssertFault(place, json, path, message);

    [Theory]
    [InlineData("sections[0].number", "0", "$.sections[0].number", "0须为正数、不重复并由小到大排列")]
    [InlineData("tasks[1].number", "1", "$.tasks[1].number", "1须为正数、不重复并由小到大排列")]
    [InlineData("tasks[1].sectionNumber", "2", "$.tasks[1].sectionNumber", "没有第2节")]
    [InlineData("tasks[1].title", "\"推进改造\"", "$.tasks[1].title", "与公布的全文不一致")]
    [InlineData("tasks[1].text", "\"到2028年，完成改造。\"", "$.tasks[1].text", "与公布的全文不一致")]
    [InlineData("tasks[1].responsibleText", "\"市体育局\"", "$.tasks[1].responsibleText", "与公布的全文不一致")]
    [InlineData("tasks[0].departments[1].order", "3", "$.tasks[0].departments[1].order", "应为2")]
    [InlineData("tasks[0].departments[1].departmentId", "\"jiaoyu\"", "$.tasks[0].departments[1].departmentId", "没有id为“jiaoyu”的部门")]
    [InlineData("tasks[0].departments[1].departmentId", "\"yuanlin\"", "$.tasks[0].departments[1].departmentId", "“yuanlin”重复")]
    [InlineData("tasks[0].departments[1].departmentId", "\"tiyu\"", "$.tasks[0].departments[1].printedName", "“发展委员会”不是“tiyu”的名称或别名")]
    [InlineData("tasks[0].departments[1].printedName", "\"市发展委员会\"", "$.tasks[0].departments[1].printedName", "responsibleText在此处没有“市发展委员会”")]
    [InlineData("commitments[0].taskNumber", "9", "$.commitments[0].taskNumber", "没有任务9")]
    [InlineData("commitments[0].untilYear", "2031", "$.commitments[0].untilYear", "任务2的正文没有“到2031年”")]
    [InlineData("commitments[0].sinceYear", "2031", "$.commitments[0].sinceYear", "任务2的正文没有“2031年起”")]
    [InlineData("commitments[0].phrase", "\"新建住宅不超过19层\"", "$.commitments[0].phrase", "任务2的正文没有这句话")]
    [InlineData("quantities", TwoQuantities, "$.quantities[1].code", "“length”重复")]
    [InlineData("quantities", TwoQuantities, "$.quantities[0].uses", "至少两处")]
    [InlineData("quantities", TwoQuantities, "$.quantities[1].uses[0]", "该项已列入另一个数")]
    [InlineData("quantities", TwoQuantities, "$.quantities[1].uses[1]", "该项的单位应为“公里”")]
    [InlineData("quantities", TwoQuantities, "$.quantities[1].uses[2].indicatorNumber", "2须为正数、不重复并由小到大排列")]
    [InlineData("quantities", TwoQuantities, "$.quantities[1].uses[2]", "没有序号2的指标，或该指标没有这一项")]
    [InlineData("openQuestions[0].indicatorNumbers", "[1, 4]", "$.openQuestions[0].indicatorNumbers[1]", "没有序号4的指标")]
    public void Load_WrongTask_NamesThePlace(string place, string json, string path, string message) =>
        AssertFault(place, json, path, message);

    [Theory]
    [InlineData("number", "3", "$.indicators[2].number", "3须为正数、不重复并由小到大排列")]
    [InlineData("taskNumber", "9", "$.indicators[1].taskNumber", "没有任务9")]
    [InlineData("taskPhrase", "\"社区步道密度达到4公里\"", "$.indicators[1].taskPhrase", "任务1的正文没有这句话")]
    [InlineData("leadDepartmentId", "\"jiaoyu\"", "$.indicators[1].leadDepartmentId", "没有id为“jiaoyu”的部门")]
    [InlineData("cooperatingDepartmentIds", "[\"yuanlin\"]", "$.indicators[1].cooperatingDepartmentIds[0]", "“yuanlin”重复")]
    [InlineData("cooperatingDepartmentIds", "[\"fazhan\"]", "$.indicators[1].annex.cooperating", "与cooperatingDepartmentIds的annexName不一致")]
    [InlineData("annex.lead", "\"市发展委\"", "$.indicators[1].annex.lead", "与leadDepartmentId的annexName不一致")]
    [InlineData("onlyInAnnex", "[\"tiyu\"]", "$.indicators[1].onlyInAnnex", "与附件和任务的部门之差不一致")]
    [InlineData("onlyInTask", "[]", "$.indicators[1].onlyInTask", "与附件和任务的部门之差不一致")]
    [InlineData("displayDecimals", "5", "$.indicators[1].displayDecimals", "应为0至4")]
    [InlineData("kind", "\"waterLoss\"", "$.indicators[1].unit", "漏损率的单位应为%")]
    [InlineData("kind", "\"sum\"", "$.indicators[1].inputs", "应依次为amount")]
    [InlineData("inputs", "[]", "$.indicators[1].inputs", "应依次为numerator、denominator")]
    [InlineData("unit", "\"%\"", "$.indicators[1].inputs", "百分比的各项单位应相同")]
    [InlineData("baselineRequired", "true", "$.indicators[1].baselineRequired", "只有累计量需要基数")]
    [InlineData("tolerance.value", "-1", "$.indicators[1].tolerance.value", "不得为负")]
    [InlineData("tolerance.kind", "\"percentagePoints\"", "$.indicators[1].tolerance.kind", "百分比用percentagePoints，其余用absolute，累计量也可用shareOfTarget")]
    [InlineData("hardRange.lower", "30", "$.indicators[1].hardRange", "下限应小于上限")]
    [InlineData("softRange.upper", "31", "$.indicators[1].softRange", "应在hardRange之内")]
    [InlineData("progressCurve", "[0.5, 1]", "$.indicators[1].progressCurve", "应有四个季度的值")]
    [InlineData("progressCurve", "[0.5, 0.4, 0.8, 1]", "$.indicators[1].progressCurve", "应由小到大")]
    [InlineData("progressCurve", "[0.1, 0.4, 0.8, 0.9]", "$.indicators[1].progressCurve", "末值应为1")]
    [InlineData("progressCurve", "[-0.1, 0.4, 0.8, 1]", "$.indicators[1].progressCurve", "应在0与1之间")]
    public void Load_WrongIndicator_NamesThePlace(string member, string json, string path, string message) =>
        AssertFault($"indicators[1].{member}", json, path, message);

    [Theory]
    [InlineData("regions[1].sets", "[]", "$.indicators[0].cityScope", "没有一个填报单位属于市中心城区")]
    [InlineData("indicators[2].unit", "\"%\"", "$.indicators[2].unit", "累计量的单位不能是%")]
    [InlineData("indicators[2].inputs[0].unit", "\"平方米\"", "$.indicators[2].inputs[0].unit", "应与指标单位相同")]
    [InlineData("indicators[0].inputs[1].isCount", "false", "$.indicators[0].inputs[0].isCount", "同以“个”为单位的各项应相同")]
    [InlineData("indicators[0].inputs[1].isCount", Absent, "$.indicators[0].inputs[1].isCount", "缺少此项")]
    [InlineData("indicators[2].zeroOverZeroIsNotApplicable", "true", "$.indicators[2].zeroOverZeroIsNotApplicable", "累计量没有分母")]
    [InlineData("indicators[2].baselineRequired", "false", "$.indicators[2].baselineRequired", "窗口从基期开始，应为true")]
    [InlineData("indicators[2].targets[2].windowStartYear", "null", "$.indicators[2].targets[2].windowStartYear", "只有window须写起始年")]
    [InlineData("indicators[2].targets[2].windowStartYear", "2024", "$.indicators[2].targets[2].windowStartYear", "应在2025与2028之间")]
    [InlineData("indicators[2].targets[0].windowStartYear", "2025", "$.indicators[2].targets[0].windowStartYear", "只有window须写起始年")]
    [InlineData("indicators[2].targets[0].basis", "\"level\"", "$.indicators[2].targets[0].basis", "比率用level、increase或relativeIncrease，累计量用yearAmount、cumulative或window")]
    [InlineData("openQuestions[0].readings", """[{"key":"a","words":"甲","isDefault":true,"changes":[]}]""", "$.openQuestions[0].readings", "至少两种读法；只涉及定义的问题写[]")]
    [InlineData("indicators[0].targets[0].value", "101", "$.indicators[0].targets[0].value", "目标值应在hardRange之内，递增的目标应为正数")]
    [InlineData("indicators[0].targets[1].value", "0", "$.indicators[0].targets[1].value", "目标值应在hardRange之内，递增的目标应为正数")]
    [InlineData("indicators[0].targets[0].printedSign", "\"≤\"", "$.indicators[0].targets[0].printedSign", "“≤”与comparison不符")]
    [InlineData("indicators[0].targets[1].year", "2026", "$.indicators[0].targets", "应依次为2026至2028各年")]
    [InlineData("indicators[0].annex.targets", "[\"50%\"]", "$.indicators[0].annex.targets", "格数应与targets相同")]
    public void Load_WrongTarget_NamesThePlace(string place, string json, string path, string message) =>
        AssertFault(place, json, path, message);

    [Fact]
    public void Load_SameMemberTwice_IsRefused()
    {
        var json = AnotherPlan().ToJsonString().Replace("\"shortName\":", "\"name\":\"x\",\"shortName\":", StringComparison.Ordinal);

        Assert.Contains(("$.indicators[0].name", "同一项写了两次"), Faults(json));
    }

    [Fact]
    public void Load_ManyFaults_TellsThemAllAtOnce()
    {
        var misshapen = AnotherPlan();
        Put(misshapen, "meta.key", Absent);
        Put(misshapen, "tasks[1].number", "true");
        Put(misshapen, "indicators[2].colour", "1");
        Assert.Equal(["$.meta.key", "$.tasks[1].number", "$.indicators[2].colour"], Faults(misshapen.ToJsonString()).Select(fault => fault.Path));

        var contradictory = AnotherPlan();
        Put(contradictory, "regions[2].parentCode", "null");
        Put(contradictory, "indicators[1].displayDecimals", "9");
        Put(contradictory, "commitments[0].phrase", "\"没有的话\"");
        var refused = Assert.Throws<PlanFileException>(() => PlanFiles.Load(contradictory.ToJsonString()));
        Assert.Equal(["$.regions[2].parentCode", "$.indicators[1].displayDecimals", "$.commitments[0].phrase"], refused.Faults.Select(fault => fault.Path));
        Assert.Matches(@"\A计划文件有3处错误：\n第1行第[0-9]+列 \$\.regions\[2\]\.parentCode：第一个单位为全域，没有上级；其余单位都须有上级\n", refused.Message);
    }

    private static void AssertFault(string place, string json, string path, string message)
    {
        var plan = AnotherPlan();
        Put(plan, place, json);

        Assert.Contains((path, message), Faults(plan.ToJsonString()));
    }

    private static JsonNode AnotherPlan() => JsonNode.Parse(PlanFiles.Another)!;

    private static List<(string Path, string Message)> Faults(string json) =>
        [.. Assert.Throws<PlanFileException>(() => PlanFiles.Load(json)).Faults.Select(fault => (fault.Path, fault.Message))];

    /// <summary>Sets what a path such as <c>indicators[0].kind</c> leads to, or takes it out.</summary>
    private static void Put(JsonNode root, string place, string json)
    {
        var steps = place.Replace("[", ".", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal).Split('.');
        var parent = steps[..^1].Aggregate(root, (node, step) => node is JsonArray list ? list[Index(step)]! : node[step]!);
        if (json == Absent)
        {
            Assert.True(parent.AsObject().Remove(steps[^1]));
        }
        else if (parent is JsonArray list)
        {
            list[Index(steps[^1])] = JsonNode.Parse(json);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
