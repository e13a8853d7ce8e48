using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What awaits those who review for the whole city, and how far the units have come: late ones first.</summary>
public sealed partial class CityDesk
{
    [Parameter, EditorRequired]
    public WorkbenchContent Content { get; set; } = default!;

    private ReportingPeriod Period => Content.Period!;

    private PeriodProgress Progress => Content.Progress!;

    private IEnumerable<UnitProgress> Units => Progress.Units.OrderBy(unit => unit.Punctuality.Urgency()).ThenBy(unit => unit.ReachedCity);

    private static int Late(PeriodProgress progress) => progress.Units.Count(unit => unit.IsLate);

    private string Before(Func<PeriodProgress, string> count) => Content.Before is { } before ? $"上季 {count(before)}" : "上季无数据";

    private static IEnumerable<int> Counts(UnitProgress unit) =>
    [
        unit.Of(ValueStatus.CityReview),
        unit.Of(ValueStatus.CountyReview),
        unit.Of(ValueStatus.Returned),
        unit.Of(ValueStatus.Empty) + unit.Of(ValueStatus.Draft),
        unit.Of(ValueStatus.Accepted),
    ];
}
