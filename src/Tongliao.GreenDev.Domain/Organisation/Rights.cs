namespace Tongliao.GreenDev.Domain.Organisation;

/// <summary>The one table of who may do what (docs/security.md shows it).</summary>
public static class Rights
{
    public static bool May(this UserRole role, Act act) => role switch
    {
        UserRole.Clerk => act is Act.ReadValues or Act.Export or Act.ManageTokens or Act.EnterValues or Act.SubmitReports
            or Act.FileBaselines or Act.RequestCorrections or Act.ArrangeRectifications,
        UserRole.CountyReviewer => act is Act.ReadValues or Act.Export or Act.ManageTokens or Act.ReviewForCounty
            or Act.RequestCorrections or Act.ArrangeRectifications,
        UserRole.DepartmentReviewer => act is Act.ReadValues or Act.Export or Act.ManageTokens or Act.ReviewForCity
            or Act.ReportTasks,
        UserRole.Bureau => act is Act.ReadValues or Act.Export or Act.ManageTokens or Act.ReviewForCity or Act.Reopen
            or Act.RequestCorrections or Act.DecideCorrections or Act.ArrangeRectifications or Act.ReportTasks or Act.ReviewTasks
            or Act.ManagePeriods or Act.ManageBaselines or Act.ManageTargets or Act.ManageRules or Act.ManageChecks or Act.ManageCountyReview
            or Act.ManageBulletins or Act.ReadMessages,
        UserRole.Leader => act is Act.ReadValues or Act.Export or Act.ManageTokens,
        UserRole.Admin => act is Act.ReadValues or Act.Export or Act.ManageTokens or Act.ManageUsers or Act.ReadMessages or Act.ManageMessages,
        UserRole.Auditor => act is Act.ManageTokens or Act.ReadAudit,
    };

    /// <summary>The roles that may, in the order of the enumeration.</summary>
    public static IReadOnlyList<UserRole> RolesFor(Act act) => [.. Enum.GetValues<UserRole>().Where(role => role.May(act))];

    /// <summary>The Chinese sentence for a role that may not.</summary>
    public static string Refusal(this UserRole role, Act act) => act switch
    {
        Act.ReadValues => $"{role.Word()}不查看填报数据。",
        Act.EnterValues => "只有填报员可以填写数据。",
        Act.SubmitReports => $"{role.Word()}不能上报。",
        Act.ReviewForCounty => "县级审核由本地区县级审核员办理。",
        Act.ReviewForCity => $"{role.Word()}不参与市级审核。",
        Act.Reopen => $"{role.Word()}不能重新打开。",
        Act.RequestCorrections => $"{role.Word()}不能申请更正，由填报单位或市住建局提出。",
        Act.DecideCorrections => "更正由市住建局批准或驳回。",
        Act.ArrangeRectifications => $"{role.Word()}不能填写整改安排，由填报单位或市住建局填写。",
        Act.ReportTasks => $"{role.Word()}不填报任务进展，由责任部门填报。",
        Act.ReviewTasks => "任务进展由市住建局审核。",
        Act.ManagePeriods => "只有市住建局可以管理填报期。",
        Act.FileBaselines => $"{role.Word()}不申报基数，由填报员申报。",
        Act.ManageBaselines => "只有市住建局可以录入基数。",
        Act.ManageTargets => "只有市住建局可以下达分解指标。",
        Act.ManageRules => "只有市住建局可以调整判定规则。",
        Act.ManageChecks => "只有市住建局可以设定校核规则。",
        Act.ManageCountyReview => "只有市住建局可以设置县级审核。",
        Act.ManageBulletins => "通报和预警通知单由市住建局拟稿、印发。",
        Act.ManageUsers => "只有系统管理员可以管理用户。",
        Act.ReadMessages => "发送记录由系统管理员和市住建局查看。",
        Act.ManageMessages => "只有系统管理员可以试发、重发消息。",
        Act.ReadAudit => "只有审计管理员可以查看审计日志。",
        Act.Export => $"{role.Word()}不导出附件表。",
        Act.ManageTokens => $"{role.Word()}不使用接口令牌。",
    };
}
