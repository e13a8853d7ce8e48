namespace Tongliao.GreenDev.Application.Audit;

/// <summary>The kinds of audit entries.</summary>
public static class AuditKinds
{
    public const string PlanLoaded = "plan.load";
    public const string DemoSeeded = "demo.seed";
    public const string ValueSaved = "value.save";
    public const string ValueShared = "value.share";
    public const string ReviewStep = "report.step";
    public const string PeriodChanged = "period.change";
    public const string ExtensionSet = "extension.set";
    public const string Reminded = "reminder.send";
    public const string RectificationOpened = "rectification.open";
    public const string RectificationArranged = "rectification.arrange";
    public const string TaskReportStep = "task-report.step";
    public const string CommitmentRecorded = "commitment.record";
    public const string BulletinSaved = "bulletin.save";
    public const string BulletinIssued = "bulletin.issue";
    public const string CalendarChanged = "calendar.change";
    public const string BaselineSet = "baseline.set";
    public const string BaselineFiled = "baseline.file";
    public const string BaselineFilingDecided = "baseline.decide";
    public const string TargetSet = "target.set";
    public const string RulesDecided = "rules.decide";
    public const string CheckSet = "check.set";
    public const string CityFigureSet = "city-figure.set";
    public const string CountyReviewSet = "county-review.set";
    public const string CorrectionRequested = "correction.request";
    public const string CorrectionDecided = "correction.decide";
    public const string EvidenceAdded = "evidence.add";
    public const string EvidenceRemoved = "evidence.remove";
    public const string UserCreated = "user.create";
    public const string UserChanged = "user.change";
    public const string UserRemoved = "user.remove";
    public const string PasswordReset = "user.password-reset";
    public const string PasswordChanged = "user.password-change";
    public const string MailAsked = "user.mail-code";
    public const string MailChosen = "user.mail";
    public const string MessageTested = "message.test";
    public const string MessageSentAgain = "message.again";
    public const string Unlocked = "user.unlock";
    public const string SecondFactorChanged = "user.second-factor";
    public const string SecondFactorBegun = "user.second-factor-key";
    public const string PasswordAsked = "user.password-asked";
    public const string AccessRefused = "access.refused";
    public const string SignedIn = "sign-in";
    public const string SignedOut = "sign-out";
    public const string SessionsEnded = "session.end";
    public const string TokenCreated = "token.create";
    public const string TokenRevoked = "token.revoke";
    public const string Exported = "export";

    /// <summary>All of them, in the order in which a person would look for one.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ValueSaved, ValueShared, ReviewStep, EvidenceAdded, EvidenceRemoved, CorrectionRequested, CorrectionDecided,
        PeriodChanged, ExtensionSet, Reminded, RectificationOpened, RectificationArranged, TaskReportStep, CommitmentRecorded, BulletinSaved, BulletinIssued, CalendarChanged,
        BaselineSet, BaselineFiled, BaselineFilingDecided, TargetSet, RulesDecided, CheckSet, CityFigureSet, CountyReviewSet,
        SignedIn, SignedOut, SessionsEnded, UserCreated, UserChanged,
        UserRemoved, PasswordReset, PasswordChanged, PasswordAsked, MailAsked, MailChosen, Unlocked, SecondFactorBegun, SecondFactorChanged, TokenCreated, TokenRevoked,
        MessageTested, MessageSentAgain, Exported, AccessRefused, PlanLoaded, DemoSeeded,
    ];

    /// <summary>Chinese words for a kind.</summary>
    public static string Word(string kind) => kind switch
    {
        PlanLoaded => "载入方案",
        DemoSeeded => "载入演示数据",
        ValueSaved => "填写数据",
        ValueShared => "共用数随改",
        ReviewStep => "上报与审核",
        PeriodChanged => "填报期变更",
        ExtensionSet => "填报延期",
        Reminded => "催报",
        RectificationOpened => "整改事项开立",
        RectificationArranged => "填写整改安排",
        TaskReportStep => "任务进展",
        CommitmentRecorded => "承诺兑现认定",
        BulletinSaved => "通报拟稿",
        BulletinIssued => "通报印发",
        CalendarChanged => "工作日历变更",
        BaselineSet => "录入基数",
        BaselineFiled => "申报基数",
        BaselineFilingDecided => "审核基数申报",
        TargetSet => "下达分解指标",
        CorrectionRequested => "申请更正",
        CorrectionDecided => "办理更正",
        EvidenceAdded => "上传佐证材料",
        EvidenceRemoved => "移除佐证材料",
        RulesDecided => "调整判定规则",
        CheckSet => "设定校核规则",
        CityFigureSet => "录入年鉴全市数",
        CountyReviewSet => "县级审核设置",
        UserCreated => "新建用户",
        UserChanged => "用户变更",
        UserRemoved => "删除用户",
        PasswordReset => "重置密码",
        PasswordChanged => "修改密码",
        MailAsked => "发送邮箱验证码",
        MailChosen => "通知方式变更",
        MessageTested => "试发消息",
        MessageSentAgain => "重发消息",
        Unlocked => "解除锁定",
        SecondFactorChanged => "动态口令变更",
        SecondFactorBegun => "生成动态口令密钥",
        PasswordAsked => "核对本人密码",
        AccessRefused => "访问被拒绝",
        SignedIn => "登录",
        SignedOut => "退出",
        SessionsEnded => "结束登录",
        TokenCreated => "新建令牌",
        TokenRevoked => "撤销令牌",
        Exported => "导出",
        _ => kind,
    };
}
