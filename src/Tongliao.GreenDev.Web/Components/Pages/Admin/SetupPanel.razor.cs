using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Entry;
using static MudBlazor.Icons.Material;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What is to be set up next, how far each thing is, and who waits; to each role what it may do.</summary>
public sealed partial class SetupPanel(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public AdministrationOverview Content { get; set; } = default!;

    private IReadOnlyList<TodoItem> Todos { get; set; } = [];

    private IReadOnlyList<AdminArea> Areas { get; set; } = [];

    private string AllWell => Content.Reader.May(Act.ReadAudit) ? "审计管理员只查看审计日志，没有要设置的内容。" : "设置齐全，目前没有要办的事。";

    protected override void OnParametersSet()
    {
        Todos =
        [
            .. Content.Accounts is { } accounts ? AccountTodos.Of(accounts, Content.FailedMessages) : [],
            .. Content.Reference is null ? [] : new BureauTodos(Content, clock).Items,
        ];
        Areas = [.. Periods().Concat(Reference()).Concat(Review()).Concat(Messages()).Concat(Audit())];
    }

    private IEnumerable<AdminArea> Periods()
    {
        if (Content.Reader.May(Act.ManagePeriods))
        {
            var current = Content.Facts.CurrentPeriod();
            yield return new AdminArea(Outlined.CalendarMonth, "填报期", AdminSections.Periods, current switch
            {
                { OpenedAt: null } => "还没有开放过填报期。",
                { AcceptsEntry: true } => $"{current.Quarter.ChineseName}正在填报，{EntryWords.Due(current, clock)}。",
                _ => $"目前没有正在填报的季度，最近的是{current.Quarter.ChineseName}（{current.State.Word()}）。",
            })
            {
                Due = Content.Facts.Periods.Count,
                Done = Content.Facts.Periods.Count(period => period.OpenedAt is not null),
                Unit = "个季度已开放",
            };
            yield return new AdminArea(Outlined.EventAvailable, "工作日历", AdminSections.Calendar, "截止、答复和催报按工作日计算，每年录入一次节假日安排。");
        }
    }

    private IEnumerable<AdminArea> Reference()
    {
        if (Content.Reference is { } gaps)
        {
            yield return new AdminArea(Outlined.Foundation, $"{Content.Facts.Plan.BaselineYear}年基数", AdminSections.Baselines, "方案实施前一年的完成数，多年累计的指标从它算起。")
            {
                Due = gaps.BaselinesDue,
                Done = gaps.BaselinesDue - gaps.BaselinesMissing,
                Unit = "个已录入",
            };
            yield return new AdminArea(Outlined.AccountTree, $"{gaps.Year}年分解指标", AdminSections.Targets, "按文件把方案目标分解到各单位，合计与方案目标核对。")
            {
                Due = gaps.TargetsDue,
                Done = gaps.TargetsDue - gaps.TargetsMissing,
                Unit = "个已下达",
            };
            yield return new AdminArea(Outlined.Rule, "校核规则", AdminSections.Checks, "填报数按哪些规则校核、各命中多少，阈值按实际情况调整。");
        }
    }

    private IEnumerable<AdminArea> Review()
    {
        if (Content.Reader.May(Act.ManageCountyReview))
        {
            var units = Content.Facts.Plan.Units;
            yield return new AdminArea(Outlined.FactCheck, "县级审核", AdminSections.CountyReview, "各单位的数据先由本地区审核；按文件可以取消，取消后上报直接到市。")
            {
                Due = units.Count,
                Done = units.Count(Content.Facts.HasCountyReview),
                Unit = "个单位实行",
            };
        }
    }

    private IEnumerable<AdminArea> Messages()
    {
        if (Content.Reader.May(Act.ReadMessages))
        {
            yield return new AdminArea(Outlined.Outbox, "发送记录", MessageView.List, "通知以邮件和工作群消息发给谁、何时发的、结果如何。");
        }
    }

    private IEnumerable<AdminArea> Audit()
    {
        if (Content.Reader.May(Act.ReadAudit))
        {
            yield return new AdminArea(Outlined.History, "审计日志", "/audit", "查看谁在什么时候对什么做了什么。");
        }
    }
}
