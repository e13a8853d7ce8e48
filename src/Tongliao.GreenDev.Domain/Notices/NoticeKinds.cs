using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>Words of the kinds of notices, and who is told them.</summary>
public static class NoticeKinds
{
    public static string Word(this NoticeKind kind) => kind switch
    {
        NoticeKind.Reminder => "催报",
        NoticeKind.Extension => "延期",
        NoticeKind.Returned => "退回",
        NoticeKind.Approved => "审核通过",
        NoticeKind.Rectification => "整改事项",
        NoticeKind.TaskProgress => "任务进展",
        NoticeKind.Baseline => "基数申报",
        NoticeKind.Schedule => "定时办理",
    };

    /// <summary>When somebody is told.</summary>
    public static string Explanation(this NoticeKind kind) => kind switch
    {
        NoticeKind.Reminder => "数据或任务进展还没有报齐，请在期限前报送",
        NoticeKind.Extension => "本单位获准延期或延期撤销",
        NoticeKind.Returned => "上报的数据被退回或重新打开，请修改后重新上报",
        NoticeKind.Approved => "上报的数据由市级审核通过，不需要办理",
        NoticeKind.Rectification => "审核通过的数据为滞后（红灯），需要整改",
        NoticeKind.TaskProgress => "报送的任务进展被退回",
        NoticeKind.Baseline => "基数已申报待审核、已采用或被退回",
        NoticeKind.Schedule => "填报期没有按计划开放、关闭或锁定",
    };

    /// <summary>What somebody with a role may be told.</summary>
    public static IReadOnlyList<NoticeKind> For(UserRole role) => role switch
    {
        UserRole.Clerk => [NoticeKind.Reminder, NoticeKind.Extension, NoticeKind.Returned, NoticeKind.Approved, NoticeKind.Rectification, NoticeKind.Baseline],
        UserRole.CountyReviewer => [NoticeKind.Reminder, NoticeKind.Extension, NoticeKind.Approved, NoticeKind.Rectification, NoticeKind.Baseline],
        UserRole.DepartmentReviewer => [NoticeKind.Reminder, NoticeKind.TaskProgress],
        UserRole.Bureau => [NoticeKind.Reminder, NoticeKind.TaskProgress, NoticeKind.Baseline, NoticeKind.Schedule],
        UserRole.Leader or UserRole.Admin or UserRole.Auditor => [],
    };
}
