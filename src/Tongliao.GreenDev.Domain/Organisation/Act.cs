namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>What a role may do or not. Where it may do it, its own unit or the indicators its department leads, is asked besides.</summary>
public enum Act
{
    /// <summary>查看填报数据: reported values, lights, baselines and targets.</summary>
    ReadValues,

    /// <summary>填写数据.</summary>
    EnterValues,

    /// <summary>上报.</summary>
    SubmitReports,

    /// <summary>县级审核: approves or returns what a clerk submitted.</summary>
    ReviewForCounty,

    /// <summary>市级审核: approves or returns what a county approved.</summary>
    ReviewForCity,

    /// <summary>重新打开: gives an approved value back to the clerk.</summary>
    Reopen,

    /// <summary>申请更正: asks for another number in place of an approved one.</summary>
    RequestCorrections,

    /// <summary>批准或驳回更正.</summary>
    DecideCorrections,

    /// <summary>填写整改安排: says what is done about a red value, who answers for it and until when.</summary>
    ArrangeRectifications,

    /// <summary>填报任务进展: says how a task goes that names the own department.</summary>
    ReportTasks,

    /// <summary>审核任务进展: approves, returns and opens again what departments say of tasks, and finds commitments kept.</summary>
    ReviewTasks,

    /// <summary>Opens, closes and locks 填报期.</summary>
    ManagePeriods,

    /// <summary>申报基数: states what the own unit had in the year before the plan.</summary>
    FileBaselines,

    /// <summary>录入基数, and adopts or returns what units state.</summary>
    ManageBaselines,

    /// <summary>下达分解指标.</summary>
    ManageTargets,

    /// <summary>调整判定规则: decides on targets, tolerances, curves, scopes and readings of open questions.</summary>
    ManageRules,

    /// <summary>设定校核规则的阈值.</summary>
    ManageChecks,

    /// <summary>Switches 县级审核 of a unit off and on by a document.</summary>
    ManageCountyReview,

    /// <summary>拟稿、印发通报 and 预警通知单.</summary>
    ManageBulletins,

    /// <summary>Keeps the accounts of others.</summary>
    ManageUsers,

    /// <summary>查看发送记录: what left the portal as mail or to groups.</summary>
    ReadMessages,

    /// <summary>试发、重发 of messages.</summary>
    ManageMessages,

    /// <summary>查看审计日志.</summary>
    ReadAudit,

    /// <summary>导出 of the annex.</summary>
    Export,

    /// <summary>Makes 接口令牌 for one's own programs.</summary>
    ManageTokens,
}
