using System.Reflection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Tests.Audit;

public sealed class AuditSubjectTests
{
    private static readonly Guid Id = new("0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70");
    private static readonly Plan Plan = PlanFile.LoadBuiltIn();
    private static readonly Quarter Quarter = new(2025, 3);

    private static readonly (AuditSubject Subject, string Stored, string Word)[] Examples =
    [
        (new AuditSubject.Value(new ValueKey("150525", Quarter, 2)), "value 150525/2025Q3/2", "奈曼旗 2025年三季度 第2项"),
        (new AuditSubject.Report(new ReportKey("150525", Quarter)), "report 150525/2025Q3", "奈曼旗 2025年三季度填报表"),
        (new AuditSubject.Period(Quarter), "period 2025Q3", "2025年三季度"),
        (new AuditSubject.Annex(Quarter), "annex 2025Q3", "附件表 2025年三季度"),
        (new AuditSubject.Ledger(Quarter), "ledger 2025Q3", "监测台账 2025年三季度"),
        (new AuditSubject.Bulletin(Quarter), "bulletin 2025Q3", "通报 2025年三季度"),
        (new AuditSubject.Baseline("150525", 16), "baseline 150525/16", "奈曼旗 第16项基数"),
        (new AuditSubject.CityFigure(10, InputKey.Numerator, 2024), "city-figure 10/Numerator/2024", "2024年 第10项“污水处理总量”年鉴全市数"),
        (new AuditSubject.Extended("150525", Quarter), "extension 150525/2025Q3", "奈曼旗 2025年三季度延期"),
        (new AuditSubject.CountyReview("150525"), "county-review 150525", "奈曼旗 县级审核设置"),
        (new AuditSubject.Check(3), "check 3", "校核03"),
        (new AuditSubject.Target("999999", 15, 2025), "target 999999/15/2025", "999999 第15项 2025年分解指标"),
        (new AuditSubject.TaskReport(new TaskReportKey(7, "zhujian", Quarter)), "task 7/zhujian/2025Q3", "任务7 市住建局 2025年三季度进展"),
        (new AuditSubject.Commitment(5), "commitment 5", "附件外承诺5"),
        (new AuditSubject.User("naiman-tb"), "user naiman-tb", "账号 naiman-tb"),
        (new AuditSubject.UnknownName("0a1b"), "unknown-name 0a1b", "未知登录名（摘要 0a1b）"),
        (new AuditSubject.Token("lingdao", Id), $"token lingdao/{Id}", $"令牌 lingdao/{Id}"),
        (new AuditSubject.Message(new Guid("0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70")), "message 0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70", "消息 0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70"),
        (new AuditSubject.Address("/review/150525 x"), "address /review/150525 x", "地址 /review/150525 x"),
        (new AuditSubject.LoadedPlan("tongliao-2023"), "plan tongliao-2023", "方案 tongliao-2023"),
        (new AuditSubject.DemoData(), "demo", "演示数据"),
        (new AuditSubject.WorkingDays(), "calendar", "工作日历"),
        (new AuditSubject.Rules(), "rules", "判定规则"),
        (new AuditSubject.ReferenceSheet(), "reference-sheet", "基数和分解指标总表"),
    ];

    public static TheoryData<int> All { get; } = [.. Enumerable.Range(0, Examples.Length)];

    [Fact]
    public void Examples_AreOfEveryKind() => Assert.Equal(
        typeof(AuditSubject).GetNestedTypes().Select(type => type.Name).Order(),
        Examples.Select(example => example.Subject.GetType().Name).Order());

    [Theory]
    [MemberData(nameof(All))]
    public void Parse_OfWhatWasStored_IsTheSameSubject(int index)
    {
        var (subject, stored, word) = Examples[index];

        Assert.Equal(stored, subject.ToString());
        Assert.Equal(subject, AuditSubject.Parse(stored));
        Assert.Equal(word, subject.Word(Plan));
    }

    [Theory]
    [InlineData("")]
    [InlineData("something/else")]
    [InlineData("value 150525/xx/2")]
    [InlineData("value 150525/2025Q3")]
    [InlineData("baseline 150525/-1")]
    [InlineData("token lingdao/1")]
    [InlineData("demo x")]
    public void Parse_OfAnythingElse_IsNull(string stored) => Assert.Null(AuditSubject.Parse(stored));

    [Fact]
    public void Kinds_AllHaveAChineseWordAndStandInTheList()
    {
        var kinds = typeof(AuditKinds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(kinds.Order(), AuditKinds.All.Order());
        Assert.All(kinds, kind => Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}+$", AuditKinds.Word(kind)));
    }
}
