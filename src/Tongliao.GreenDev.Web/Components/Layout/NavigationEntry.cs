using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using static MudBlazor.Icons.Material;
using static Tongliao.GreenDev.Domain.Organisation.Act;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>A line of the main menu; without an act everybody signed in sees it.</summary>
public sealed record NavigationEntry(string Address, string Text, string Icon, Act? Act = null)
{
    /// <summary>How many of it the plan has.</summary>
    public Func<Plan, int>? Count { get; init; }

    /// <summary>What stands in the menu hides nothing: each page and service checks the right itself.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("/", "工作台", Outlined.Home),
        new("/dashboard", "红黄绿看板", Outlined.GridOn, ReadValues),
        new("/rectifications", "整改事项", Outlined.Build, ReadValues),
        new("/progress", "任务进展", Outlined.AssignmentTurnedIn, ReadValues),
        new("/bulletins", "通报", Outlined.Campaign, ReadValues),
        new("/corrections", "更正", Outlined.PublishedWithChanges, ReadValues),
        new("/verify", "核对文件", Outlined.FindInPage, ReadValues),
        new("/entry", "季度填报", Outlined.EditNote, EnterValues),
        new("/baselines", "基数申报", Outlined.Foundation, FileBaselines),
        new("/review/county", "县级审核", Outlined.FactCheck, ReviewForCounty),
        new("/review", "市级审核", Outlined.Verified, ReviewForCity),
        new("/indicators", "指标", Outlined.Insights) { Count = plan => plan.Indicators.Count },
        new("/tasks", "任务", Outlined.Checklist) { Count = plan => plan.Tasks.Count },
        new("/plan", "方案全文", Outlined.Description),
        new("/admin", "管理", Outlined.Settings, ManagePeriods),
        new("/admin/users", "用户", Outlined.People, ManageUsers),
        new("/admin/messages", "发送记录", Outlined.Outbox, ManageMessages),
        new("/audit", "审计日志", Outlined.History, ReadAudit),
    ];

    /// <summary>The text with the plan's count; without a plan, while the database is away, the text alone.</summary>
    public string Label(Plan? plan) => Count is null || plan is null ? Text : $"{Text}（{Count(plan)}）";
}
