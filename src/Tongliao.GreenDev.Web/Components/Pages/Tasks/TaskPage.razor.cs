using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Tasks;

/// <summary>One task: its text, who answers for it, what of it is measured, and how it goes.</summary>
public sealed partial class TaskPage(
    PlanCatalogue catalogue, RatingQueries ratings, TaskProgressQueries progress, TaskEvidenceQueries evidence, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = AsOfAddress.Parameter)]
    private string? AsOfText { get; set; }

    private AsOf? AsOf { get; set; }

    private PageView View => PageView.Of($"/tasks/{Number}", AsOf, ("period", Matrix?.Period.Quarter.ToString()));

    private AsOfChanges Changes => TaskChangeWords.Of(Facts, History?.Since).And(AsOfChanges.Of(
        Matrix?.Since?.Where(change => change.Unit.IsRoot && change.Before.Indicator.TaskNumber == Number).ToList()));

    private PlanFacts Facts { get; set; } = default!;

    private PlanTask Item { get; set; } = default!;

    /// <summary>Null for who reads no values, and where nothing is measured.</summary>
    private RatingMatrix? Matrix { get; set; }

    /// <summary>What was said of it; null for who reads no values.</summary>
    private TaskHistory? History { get; set; }

    /// <summary>Of the latest quarter that has any.</summary>
    private List<TaskReportTrail> LastSaid => [.. History!.Reports.Where(report => report.Key.Quarter == History.Reports[0].Key.Quarter)];

    private List<TaskReportTrail> SaidBefore => [.. History!.Reports.Skip(LastSaid.Count)];

    private ILookup<TaskReportKey, TaskFile> Evidence { get; set; } = default!;

    private Plan Plan => Facts.Plan;

    private PlanSection Section => Plan.Sections.First(section => section.Number == Item.SectionNumber);

    private List<Indicator> Indicators => [.. Plan.Indicators.Where(indicator => indicator.TaskNumber == Number)];

    private List<Quarter> Quarters => [.. Facts.Periods.Select(period => period.Quarter)];

    private List<Commitment> Commitments => [.. Plan.Commitments.Where(commitment => commitment.TaskNumber == Number)];

    private string Title => IsLoaded ? $"任务{Number} {Item.Title}" : "任务";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        AsOf = AsOfAddress.Read(AsOfText, clock);
        Facts = await catalogue.FactsAsync(caller, cancellationToken);
        Item = Plan.Tasks.FirstOrDefault(task => task.Number == Number)
            ?? throw RefusalException.NotFound($"没有第{Number}项任务，任务序号为1至{Plan.Tasks.Count}。");
        try
        {
            Evidence = await evidence.OfTaskAsync(caller, Number, AsOf?.Moment, cancellationToken);
            History = await progress.HistoryAsync(caller, Number, AsOf?.Moment, cancellationToken);
            Facts = History.Facts;
            Matrix = Indicators.Count == 0
                ? null : await ratings.MatrixAsync(caller, Quarter.ReadOptional(Period), FigureBasis.Submitted, AsOf?.Moment, cancellationToken);
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
        {
            Matrix = null;
        }
    }

    private string Role(TaskDepartment entry)
    {
        var role = TaskWords.RoleOf(Plan, Item, entry.DepartmentId);
        var first = entry.Order == 1 ? "首列单位" : "";
        return first.Length > 0 && role.Length > 0 ? $"{first}；{role}" : first + role;
    }
}
