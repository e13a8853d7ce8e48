using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>Who is told of filed baselines, and what. No numbers: it goes out as mail.</summary>
internal static class BaselineFilingNews
{
    private const string Page = "/baselines";

    /// <summary>To the bureau.</summary>
    public static async Task<Announcement> FiledAsync(WriteScope scope, PlanFacts facts, ReportingUnit unit, Indicator indicator)
    {
        var people = await DepartmentPeople.ReadAsync(scope.Db, facts, scope.CancellationToken);
        var bureau = facts.Plan.Departments.First(department => department.IsBureau).Id;
        return new Announcement(
            NoticeKind.Baseline,
            $"{unit.ShortName}申报了基数",
            $"{unit.ShortName}申报了第{indicator.Number}项{indicator.ShortName}的{facts.Plan.BaselineYear}年基数，请审核；采用前不参与判定。",
            [.. people[bureau].Select(person => new Addressee(person, Page))]);
    }

    /// <summary>To the people of the unit.</summary>
    public static async Task<Announcement> DecidedAsync(WriteScope scope, PlanFacts facts, ReportingUnit unit, Indicator indicator, BaselineFilingDecision decision)
    {
        var people = await CountyPeople.ReadAsync(scope.Db, unit.Id, scope.CancellationToken);
        var what = $"第{indicator.Number}项{indicator.ShortName}的{facts.Plan.BaselineYear}年基数";
        return new Announcement(
            NoticeKind.Baseline,
            decision.IsAdopted ? "基数申报已采用" : "基数申报被退回",
            decision.IsAdopted ? $"{what}已采用，从现在起参与判定。" : $"{what}被退回，请修改后重新申报。退回原因：{decision.Reason}",
            [.. people[unit.Id].Select(person => new Addressee(person.Id, Page))]);
    }
}
