using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Calendar;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Tests.Audit;

/// <summary>What is stored is read for years: a member that is renamed here without thought loses its Chinese label on old rows.</summary>
public sealed class AuditPayloadTests
{
    private static readonly DateTimeOffset At = new(2025, 10, 1, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly Guid Id = new("0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70");
    private static readonly AuditedInputs Inputs = AuditedInputs.Of(new ReportedInputs
    {
        Numerator = 1.50m, Denominator = 2, Amount = 3, Supplied = 4, Billed = 5, Correction = -6,
    });

    private static readonly (AuditPayload Payload, string Stored)[] Examples =
    [
        (Inputs, """{"numerator":1.50,"denominator":2,"amount":3,"supplied":4,"billed":5,"correction":-6}"""),
        (new AuditedValue(3, AuditedInputs.Of(new ReportedInputs { Amount = 7 }), "无农村牧区", "备", [new Explanation("leap:amount", "并入")], ValueStatus.Draft),
            """{"version":3,"inputs":{"amount":7},"notApplicableReason":"无农村牧区","note":"备","explanations":[{"finding":"leap:amount","text":"并入"}],"status":"Draft"}"""),
        (new AuditedStep(ReviewStep.Return, ValueStatus.Returned, 5, "分母不符"), """{"action":"Return","status":"Returned","version":5,"reason":"分母不符"}"""),
        (new AuditedPeriod(PeriodState.Open, new DateOnly(2026, 1, 15)) { PlannedOpening = new DateOnly(2026, 1, 5), PlanReason = "按年度安排", Scheduled = "计划1月5日开放" },
            """{"state":"Open","dueOn":"2026-01-15","plannedOpening":"2026-01-05","planReason":"按年度安排","scheduled":"计划1月5日开放"}"""),
        (new AuditedExtension(new DateOnly(2025, 10, 22), "汛期抢险", "李四海", null), """{"until":"2025-10-22","reason":"汛期抢险","grantor":"李四海"}"""),
        (new AuditedArrangement("完成3个小区管网改造", "旗住建局 张某", new DateOnly(2025, 12, 31)), """{"measures":"完成3个小区管网改造","owner":"旗住建局 张某","rectifyBy":"2025-12-31"}"""),
        (new AuditedTaskReport("退回", "已退回", "进展滞后", "完成管网普查", "资金未到位", "年底前开工", "请补充项目清单", 3),
            """{"step":"退回","reportStatus":"已退回","taskState":"进展滞后","done":"完成管网普查","problems":"资金未到位","next":"年底前开工","reason":"请补充项目清单","version":3}"""),
        (new AuditedCommitment(IsKept: true, new DateOnly(2025, 11, 20), "现场核查"), """{"isKept":true,"keptOn":"2025-11-20","reason":"现场核查"}"""),
        (new AuditedBulletin("三季度通报", 2, 1500), """{"title":"三季度通报","version":2,"characters":1500}"""),
        (new AuditedEdition("三季度通报", "通住建发〔2025〕12号", new DateOnly(2025, 10, 20), 1, "AB12"), """{"title":"三季度通报","documentNumber":"通住建发〔2025〕12号","datedOn":"2025-10-20","edition":1,"hash":"AB12"}"""),
        (new AuditedOpening("2025年三季度审核通过的数据为滞后（红灯）", 2), """{"light":"2025年三季度审核通过的数据为滞后（红灯）","recipients":2}"""),
        (new AuditedReminder("奈曼旗", new DateOnly(2025, 10, 15), "请于10月15日前报齐", 2), """{"unit":"奈曼旗","dueOn":"2025-10-15","text":"请于10月15日前报齐","recipients":2}"""),
        (new AuditedDays(new DateOnly(2025, 10, 1), new DateOnly(2025, 10, 8), "放假", "国庆节", "通知"), """{"from":"2025-10-01","to":"2025-10-08","kind":"放假","name":"国庆节","document":"通知"}"""),
        (new AuditedTarget(6.5m, "通政办发〔2024〕1号", new DateOnly(2024, 1, 1)), """{"value":6.5,"document":"通政办发〔2024〕1号","effectiveFrom":"2024-01-01"}"""),
        (new AuditedUser("张三", UserRole.DepartmentReviewer, "150525", "shuiwu", true),
            """{"displayName":"张三","role":"DepartmentReviewer","region":"150525","department":"shuiwu","isDisabled":true}"""),
        (new AuditedMailChoice("z***n@example.gov.cn", "延期"), """{"mailAddress":"z***n@example.gov.cn","declinedMail":"延期"}"""),
        (new AuditedMessage("邮件", "张三（奈曼旗 填报员）", "催报"), """{"channel":"邮件","recipient":"张三（奈曼旗 填报员）","messageSubject":"催报"}"""),
        (new AuditedRevocation(2), """{"revokedTokens":2}"""),
        (new AuditedSecondFactor(true), """{"enabled":true}"""),
        (new AuditedSignIn(false), """{"mustChangePassword":false}"""),
        (new AuditedFailure(SignInFailure.WrongCodeLockedNow), """{"outcome":"WrongCodeLockedNow"}"""),
        (new AuditedToken("统计", At, Id), """{"name":"统计","expiresAt":"2025-10-01T08:00:00+08:00","madeWithId":"0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70"}"""),
        (new AuditedSessions(["Windows 上的 Edge 10.0.0.7"]), """{"ended":["Windows 上的 Edge 10.0.0.7"]}"""),
        (new AuditedExport("附件.xlsx", FigureBasis.Approved), """{"fileName":"附件.xlsx","basis":"Approved"}"""),
        (new AuditedRefusal("用户", "GET"), """{"feature":"用户","method":"GET"}"""),
        (new AuditedPlan("方案", "通政办发〔2023〕1号") { Added = "22、23" }, """{"title":"方案","documentNumber":"通政办发〔2023〕1号","added":"22、23"}"""),
        (new AuditedCorrection(4, AuditedInputs.Of(new ReportedInputs { Amount = 7 }), "台账有遗漏"), """{"version":4,"inputs":{"amount":7},"reason":"台账有遗漏"}"""),
        (new AuditedEvidence("台账.pdf", "PDF", 1024, "AB12", 3, 7), """{"name":"台账.pdf","fileType":"PDF","length":1024,"hash":"AB12","version":3,"correctionId":7}"""),
        (new AuditedDecision(IsApproved: true, "已核对"), """{"isApproved":true,"reason":"已核对"}"""),
        (new AuditedFiling(2, AuditedInputs.Of(new ReportedInputs { Amount = 7 }), "2023年城建统计年报", "年报第3页"), """{"version":2,"inputs":{"amount":7},"ground":"2023年城建统计年报","support":"年报第3页"}"""),
        (new AuditedFilingDecision(IsAdopted: false, "与年鉴不一致"), """{"isAdopted":false,"reason":"与年鉴不一致"}"""),
        (new AuditedCountyReview(IsReviewed: false, "通住建〔2025〕8号"), """{"isReviewed":false,"document":"通住建〔2025〕8号"}"""),
        (new AuditedRules("第8项供水管网漏损率：预警容差2个百分点", new DateOnly(2025, 1, 1), "通政办发〔2025〕1号", "市人民政府办公室", "上级目标调整", false), """{"content":"第8项供水管网漏损率：预警容差2个百分点","effectiveFrom":"2025-01-01","document":"通政办发〔2025〕1号","decidedBy":"市人民政府办公室","reason":"上级目标调整","isCorrection":false}"""),
        (new AuditedCheck("变动倍数3倍", "普查后口径扩大"), """{"thresholds":"变动倍数3倍","reason":"普查后口径扩大"}"""),
        (new AuditedCityFigure(1234.5m, "2024年统计年鉴"), """{"cityFigure":1234.5,"source":"2024年统计年鉴"}"""),
        (new AuditedDemoData("演示数据", 22), """{"label":"演示数据","accounts":22}"""),
    ];

    public static TheoryData<int> All { get; } = [.. Enumerable.Range(0, Examples.Length)];

    [Fact]
    public void Examples_AreOfEveryPayload() =>
        Assert.Equal(AuditField.Payloads.Select(type => type.Name).Order(), Examples.Select(example => example.Payload.GetType().Name).Order());

    [Theory]
    [MemberData(nameof(All))]
    public void Of_APayload_IsStoredUnderTheKnownNames(int index) =>
        Assert.Equal(Examples[index].Stored, AuditJson.Of(Examples[index].Payload));

    [Fact]
    public void Of_WhatIsNull_IsLeftOut()
    {
        Assert.Null(AuditJson.Of(null));
        Assert.Equal("""{"status":"Draft","version":1}""", AuditJson.Of(new AuditedStep(Action: null, ValueStatus.Draft, 1)));
    }

    [Fact]
    public void Members_HaveOneChineseLabelAName()
    {
        Assert.All(AuditField.Members(), member => Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}+$", member.Field.Label));
        Assert.All(AuditField.Members(), member => Assert.Equal(AuditField.ByName[member.Name], member.Field));
    }
}
