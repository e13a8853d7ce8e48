using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Controls;
using static MudBlazor.Icons.Material;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the administrator still has to do for accounts and messages, the most urgent first.</summary>
public static class AccountTodos
{
    public static IReadOnlyList<TodoItem> Of(AccountCoverage accounts, int failedMessages) =>
    [
        .. accounts.Roles.Where(role => role.Missing.Count > 0 && role.Role != UserRole.Leader).Select(Uncovered).OrderBy(item => item.Tone),
        .. Failed(failedMessages),
        .. Locked(accounts),
        .. NeverUsed(accounts),
    ];

    private static TodoItem Uncovered(RoleCoverage coverage) => new(Outlined.PersonAdd, TitleOf(coverage), UserAddress.New, "建立账号")
    {
        Tone = coverage.Role is UserRole.Auditor or UserRole.DepartmentReviewer ? Tone.Due : Tone.Urgent,
        Detail = coverage.Role switch
        {
            UserRole.Clerk => $"{Names(coverage)}。没有填报员的单位填不了数。",
            UserRole.CountyReviewer => $"{Names(coverage)}。没有县级审核员的单位报不到市里；同一人不能既填报又审核。",
            UserRole.DepartmentReviewer => $"{Names(coverage)}。没有账号的部门，其牵头指标只能由市住建局审核。",
            UserRole.Bureau => "没有市住建局账号，就没有人开放填报期、录入基数和分解指标。",
            UserRole.Auditor => "没有审计管理员账号，就没有人能查看审计日志。",
            UserRole.Leader or UserRole.Admin => "",
        },
    };

    private static string TitleOf(RoleCoverage coverage) => coverage.Role switch
    {
        { } role when role.IsCounty() => $"{coverage.Missing.Count} 个单位没有{role.Word()}",
        { } role when role.IsDepartment() => $"{coverage.Missing.Count} 个牵头部门没有审核员",
        var role => $"没有{role.Word()}账号",
    };

    private static string Names(RoleCoverage coverage) => string.Join('、', coverage.Missing);

    private static IEnumerable<TodoItem> Failed(int messages)
    {
        if (messages > 0)
        {
            yield return new TodoItem(Outlined.Outbox, $"最近7天有 {messages} 条消息没有发出", MessageView.List, "查看原因")
            {
                Detail = "收件人在平台内仍能看到通知；请排除原因后重发。",
            };
        }
    }

    private static IEnumerable<TodoItem> Locked(AccountCoverage accounts)
    {
        if (accounts.Locked > 0)
        {
            yield return new TodoItem(
                Outlined.Lock, $"{accounts.Locked} 个账号因输错密码被锁定", new UserListView { State = UserState.Locked }.Address, "查看账号")
            {
                Detail = "到时自动解锁；着急时可以为本人重置密码。",
            };
        }
    }

    private static IEnumerable<TodoItem> NeverUsed(AccountCoverage accounts)
    {
        if (accounts.NeverUsed > 0)
        {
            yield return new TodoItem(Outlined.Mail, $"{accounts.NeverUsed} 个账号从未登录", UserAddress.List, "查看账号")
            {
                Tone = Tone.Quiet,
                Detail = "请确认初始密码已送到本人手中，不再需要的账号可以停用。",
            };
        }
    }
}
