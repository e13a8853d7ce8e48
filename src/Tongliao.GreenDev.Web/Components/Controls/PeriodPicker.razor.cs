using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Years and the quarters of the chosen one, as links to the same page.</summary>
public sealed partial class PeriodPicker(NavigationManager navigation)
{
    /// <summary>The query parameter that carries the quarter, for example <c>?period=2025Q3</c>.</summary>
    public const string Parameter = "period";

    [Parameter, EditorRequired]
    public IReadOnlyCollection<Quarter> Periods { get; set; } = [];

    [Parameter, EditorRequired]
    public Quarter Selected { get; set; }

    [Parameter]
    public string Label { get; set; } = "选择季度";

    private Quarter NearestIn(int year) => Periods.Where(period => period.Year == year).MinBy(period => Math.Abs(period.Number - Selected.Number));

    private string AddressOf(Quarter period) => navigation.With(Parameter, period.ToString());

    private static string? Mark(bool selected) => selected ? "on" : null;

    private static string? Current(bool selected) => selected ? "page" : null;
}
