using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>One value of a report to read: inputs, light, progress and findings.</summary>
public sealed partial class ReviewRow(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public ReportEntry Entry { get; set; } = default!;

    [Parameter, EditorRequired]
    public UnitReport Report { get; set; } = default!;

    /// <summary>That the unit weighs unusually much in the city's figure; null when it does not.</summary>
    [Parameter]
    public string? Weight { get; set; }

    /// <summary>The reader may reopen the value once it is approved.</summary>
    [Parameter]
    public EventCallback<ReportEntry> OnReopen { get; set; }

    private int Number => Entry.Indicator.Number;

    /// <summary>What was typed into a field a quarter before; null when nothing.</summary>
    private string? Earlier(InputKey key) =>
        Entry.Case.FigureOf(Report.Period.Quarter.Previous)?.Inputs?[key] is { } earlier ? NumberText.Display(earlier) : null;

    private RatingWords Words { get; set; } = default!;

    protected override void OnParametersSet() => Words = Entry.Rating.Words;

    private IEnumerable<string> Lines => new[]
    {
        Words.Expected,
        Words.Gap,
        Words.ChangeOnQuarter is { Length: > 0 } change ? "较上季" + change : "",
        RatingWords.ValueBefore(Entry.Indicator, Report.Period.Quarter, Entry.Case, Words.Numbers.Decimals) is { } previous ? "上季 " + previous : "",
    }.Where(line => line.Length > 0);
}
