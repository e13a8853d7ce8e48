namespace Tongliao.GreenDev.Application.Audit;

/// <summary>One entry of the audit (审计日志): who did what to which object, and what it was before and after. Rows are only ever added.</summary>
public sealed class AuditEvent
{
    public long Id { get; private init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for what the system did or an unknown person tried.</summary>
    public required Guid? UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>The act that wrote it, so that it is recognised when it is sent or tried again; null for sign-ins and for further entries of one act.</summary>
    public Guid? OperationId { get; init; }

    /// <summary>Fingerprint of what the act asked for; with <see cref="OperationId"/>, where it can be sent twice.</summary>
    public byte[]? OperationContent { get; init; }

    /// <summary>Network address of the caller; empty for the command line.</summary>
    public required string Address { get; init; }

    /// <summary>Stable code, see <see cref="AuditKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it was done to, for example <c>value 150525/2025Q3/2</c>.</summary>
    public required string Subject { get; init; }

    public required bool Succeeded { get; init; }

    /// <summary>JSON; null where there was nothing.</summary>
    public string? Before { get; init; }

    /// <summary>JSON; null where there is nothing any more.</summary>
    public string? After { get; init; }
}

/// <summary>The kinds of audit entries.</summary>
public static class AuditKinds
{
    public const string PlanLoaded = "plan.load";
    public const string DemoSeeded = "demo.seed";
    public const string ValueSaved = "value.save";
    public const string ReportStep = "report.step";
    public const string PeriodChanged = "period.change";
    public const string BaselineSet = "baseline.set";
    public const string TargetSet = "target.set";
    public const string UserCreated = "user.create";
    public const string UserChanged = "user.change";
    public const string UserRemoved = "user.remove";
    public const string PasswordReset = "user.password-reset";
    public const string PasswordChanged = "user.password-change";
    public const string Unlocked = "user.unlock";
    public const string SecondFactorChanged = "user.second-factor";
    public const string SecondFactorBegun = "user.second-factor-key";
    public const string PasswordAsked = "user.password-asked";
    public const string AccessRefused = "access.refused";
    public const string SignedIn = "sign-in";
    public const string SignedOut = "sign-out";
    public const string TokenCreated = "token.create";
    public const string TokenRevoked = "token.revoke";
    public const string Exported = "export";

    /// <summary>All of them, in the order in which a person would look for one.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ValueSaved, ReportStep, PeriodChanged, BaselineSet, TargetSet, SignedIn, SignedOut, UserCreated, UserChanged,
        UserRemoved, PasswordReset, PasswordChanged, PasswordAsked, Unlocked, SecondFactorBegun, SecondFactorChanged, TokenCreated, TokenRevoked,
        Exported, AccessRefused, PlanLoaded, DemoSeeded,
    ];

    /// <summary>Chinese words for a kind.</summary>
    public static string Word(string kind) => kind switch
    {
        PlanLoaded => "载入方案",
        DemoSeeded => "载入演示数据",
        ValueSaved => "填写数据",
        ReportStep => "上报与审核",
        PeriodChanged => "填报期变更",
        BaselineSet => "录入基数",
        TargetSet => "下达分解指标",
        UserCreated => "新建用户",
        UserChanged => "用户变更",
        UserRemoved => "删除用户",
        PasswordReset => "重置密码",
        PasswordChanged => "修改密码",
        Unlocked => "解除锁定",
        SecondFactorChanged => "动态口令变更",
        SecondFactorBegun => "生成动态口令密钥",
        PasswordAsked => "核对本人密码",
        AccessRefused => "访问被拒绝",
        SignedIn => "登录",
        SignedOut => "退出",
        TokenCreated => "新建令牌",
        TokenRevoked => "撤销令牌",
        Exported => "导出",
        _ => kind,
    };
}
