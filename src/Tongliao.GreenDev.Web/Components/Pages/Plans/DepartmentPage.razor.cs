using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>One 责任部门: what it leads and supports, and how its indicators stand; without lights for who reads no values.</summary>
public sealed partial class DepartmentPage(PlanCatalogue catalogue, RatingQueries ratings, NavigationManager navigation) : ReadingPage(navigation)
{
    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    private PlanFacts Facts { get; set; } = default!;

    private DepartmentWork Work { get; set; } = default!;

    private RatingMatrix? Matrix { get; set; }

    private List<Quarter> Quarters => [.. Facts.Periods.Select(period => period.Quarter)];

    private string Title => IsLoaded ? Work.Department.Name : "责任部门";

    private string Names => string.Join('、', Work.OtherNames);

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Facts = await catalogue.FactsAsync(cancellationToken);
        var department = Facts.Plan.Departments.FirstOrDefault(department => department.Id == Id)
            ?? throw RefusalException.NotFound("没有这个部门，请从责任部门表中选择。");
        Work = new DepartmentWork(Facts.Plan, department);
        try
        {
            Matrix = await ratings.MatrixAsync(caller, Quarter.ReadOptional(Period), FigureBasis.Submitted, cancellationToken);
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
        {
            Matrix = null;
        }
    }
}
