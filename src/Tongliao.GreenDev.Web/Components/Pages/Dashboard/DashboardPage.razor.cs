using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>红黄绿看板: where are we behind? One quarter, all indicators, the city and every unit in sight.</summary>
public sealed partial class DashboardPage(
    LightQueries lights, CheckQueries checks, CityQueries city, ExplanationQueries explanations, TaskProgressQueries tasks, OfficeClock clock, TimeProvider time, NavigationManager navigation) : ReadingPage(navigation)
{
    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    [SupplyParameterFromQuery]
    private string? Basis { get; set; }

    [SupplyParameterFromQuery]
    private string? Only { get; set; }

    [SupplyParameterFromQuery]
    private string? Lead { get; set; }

    [SupplyParameterFromQuery]
    private string? Below { get; set; }

    [SupplyParameterFromQuery]
    private string? Cell { get; set; }

    [SupplyParameterFromQuery(Name = AsOfAddress.Parameter)]
    private string? AsOfText { get; set; }

    private RatingBoard Board { get; set; } = default!;

    private RatingMatrix Matrix => Board.Matrix;

    private DashboardView View { get; set; } = default!;

    private ShownUnits Columns { get; set; } = default!;

    private IReadOnlyList<Department> Leads { get; set; } = [];

    private string Rows { get; set; } = "";

    private IndicatorRating? Chosen { get; set; }

    private ReportingUnit? ChosenUnit { get; set; }

    private IReadOnlyList<string> Remarks { get; set; } = [];

    private RatingAccount? Account { get; set; }

    private TaskFigures Tasks { get; set; } = default!;

    private long RenderedAt { get; set; }

    private string Title => IsLoaded ? $"红黄绿看板 {View.Period.ChineseName}" : "红黄绿看板";

    private string Subtitle => Matrix.Period.DueOn is { } due
        ? $"{View.Period.ChineseName} · {View.Basis.Word()} · 截止{due.Month}月{due.Day}日"
        : $"{View.Period.ChineseName} · {View.Basis.Word()} · 本期未开放";

    private string Watched => string.Join(' ', Matrix.RestsOn);

    private bool SeesAll => Matrix.Units.Count > Matrix.Facts.Plan.Units.Count;

    private List<Quarter> Quarters => [.. Matrix.Facts.Periods.Select(period => period.Quarter)];

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var basis = DashboardView.BasisOf(Basis);
        var asOf = AsOfAddress.Read(AsOfText, clock);
        Board = await lights.BoardAsync(caller, Quarter.ReadOptional(Period), basis, asOf?.Moment, cancellationToken);
        Tasks = TaskFigures.Of(await tasks.FiguresAsync(caller, Matrix.Period.Quarter, asOf?.Moment, cancellationToken));
        Leads = LeadDepartments();
        Columns = ShownUnits.Of(Matrix.Units, Below);
        View = new DashboardView(
            Matrix.Period.Quarter, basis, DashboardView.IsOnlyBehind(Only), Leads.Any(lead => lead.Id == Lead) ? Lead : null, Cell) { AsOf = asOf, Below = Columns.Chosen is { IsRoot: false } chosen ? chosen.Code : null };
        Choose();
        Remarks = Chosen is null ? [] : await RemarksAsync(caller, Chosen, ChosenUnit!, basis, asOf?.Moment, cancellationToken);
        Account = Chosen is null
            ? null
            : await explanations.ReadAsync(caller, new ValueKey(ChosenUnit!.Code, View.Period, Chosen.Indicator.Number), basis, asOf?.Moment, cancellationToken);
        Rows = MatrixMarkup.Rows(Matrix, Columns, View);
        RenderedAt = time.GetTimestamp();
    }

    private List<Department> LeadDepartments()
    {
        var ids = Matrix.Facts.Plan.Indicators.Select(indicator => indicator.LeadDepartmentId).ToHashSet();
        return [.. Matrix.Facts.Plan.Departments.Where(department => ids.Contains(department.Id))];
    }

    /// <summary>Only for the cell that is open: nothing is read for the others.</summary>
    private async Task<IReadOnlyList<string>> RemarksAsync(
        Caller caller, IndicatorRating rating, ReportingUnit unit, FigureBasis basis, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (!unit.Reports)
        {
            return
            [
                .. (await city.ComparisonsAsync(caller, asOf, cancellationToken))
                    .Where(figure => unit.IsRoot && figure.Indicator.Number == rating.Indicator.Number && figure.Figure.Year == rating.Quarter.Year)
                    .Select(figure => figure.Words),
            ];
        }

        var weights = await city.WeightsAsync(caller, unit.Code, rating.Quarter, basis, asOf, cancellationToken);
        return
        [
            .. (await checks.AnswersAsync(caller, rating.Quarter, basis, asOf, cancellationToken))
                .Where(answer => answer.UnitCode == unit.Code && answer.IndicatorNumber == rating.Indicator.Number).Select(answer => answer.Words),
            .. weights.TryGetValue(rating.Indicator.Number, out var heavy) ? new[] { heavy } : [],
        ];
    }

    /// <summary>Finds the explained cell; one that is not in the reader's table is as good as none.</summary>
    private void Choose()
    {
        foreach (var (key, rating) in Matrix.Ratings)
        {
            if ($"{key.Indicator}-{key.Unit}" == View.Cell)
            {
                Chosen = rating;
                ChosenUnit = Matrix.Facts.UnitOrAggregate(key.Unit);
                return;
            }
        }

        View = View with { Cell = null };
    }
}
