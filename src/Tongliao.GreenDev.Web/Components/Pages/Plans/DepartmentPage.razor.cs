using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>One 责任部门: what it leads and supports, and how its indicators stand; without lights for who reads no values.</summary>
public sealed partial class DepartmentPage(PlanCatalogue catalogue, RatingQueries ratings, TaskProgressQueries progress, NavigationManager navigation) : ReadingPage(navigation)
{
    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    private PlanFacts Facts { get; set; } = default!;

    private DepartmentWork Work { get; set; } = default!;

    private RatingMatrix? Matrix { get; set; }

    private TaskProgressOverview? Progress { get; set; }

    private List<Quarter> Quarters => [.. Facts.Periods.Select(period => period.Quarter)];

    private string Title => IsLoaded ? Work.Department.Name : "责任部门";

    private string Names => string.Join('、', Work.OtherNames);

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Facts = await catalogue.FactsAsync(caller, cancellationToken);
        var department = Facts.Plan.Departments.FirstOrDefault(department => department.Id == Id)
            ?? throw RefusalException.NotFound("没有这个部门，请从责任部门表中选择。");
        Work = new DepartmentWork(Facts.Plan, department);
        try
        {
            Matrix = await ratings.MatrixAsync(caller, Quarter.ReadOptional(Period), FigureBasis.Submitted, cancellationToken);
            Progress = await progress.OverviewAsync(caller, Matrix.Period.Quarter, cancellationToken);
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
        {
            Matrix = null;
        }
    }

    /// <summary>For example 已通过 3，待审核 1，未报或已退回 2（逾期 1）.</summary>
    private string Owed(TaskProgressOverview overview)
    {
        var own = overview.Leads.Where(line => line.Department.Id == Id).ToList();
        var late = own.Count(line => line.IsOverdue);
        return own.Count == 0 ? "没有"
            : $"已通过 {own.Count(line => line.Standing == TaskReportStatus.Approved)}，待审核 {own.Count(line => line.Standing == TaskReportStatus.Waiting)}，未报或已退回 {own.Count(line => line.IsOwed)}{(late > 0 ? $"（逾期 {late}）" : "")}";
    }
}
