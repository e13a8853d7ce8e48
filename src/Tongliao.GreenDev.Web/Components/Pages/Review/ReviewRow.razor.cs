using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>One value under review: inputs, light, progress, findings, and the fields of the decision.</summary>
public sealed partial class ReviewRow(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public ReportEntry Entry { get; set; } = default!;

    [Parameter, EditorRequired]
    public UnitReport Report { get; set; } = default!;

    /// <summary>The table has a column for ticks.</summary>
    [Parameter]
    public bool HasChoice { get; set; }

    [Parameter]
    public bool IsDecidable { get; set; }

    [Parameter]
    public bool IsChosen { get; set; }

    /// <summary>退回 or 重新打开 where a reason may be typed for this value alone.</summary>
    [Parameter]
    public string? ReasonFor { get; set; }

    /// <summary>What was typed there before the form was refused.</summary>
    [Parameter]
    public string? Reason { get; set; }

    /// <summary>That the unit weighs unusually much in the city's figure; null when it does not.</summary>
    [Parameter]
    public string? Weight { get; set; }

    // With the version, so that a reason that was sent is not offered again.
    private string MirrorKey => $"reason:{Report.Unit.Code}:{Report.Period.Quarter}:{Number}:{Entry.Version}";

    private int Number => Entry.Indicator.Number;

    /// <summary>What was typed into a field a quarter before; null when nothing.</summary>
    private string? Earlier(InputKey key) =>
        Entry.Case.FigureOf(Report.Period.Quarter.Previous)?.Inputs?[key] is { } earlier ? NumberText.Display(earlier) : null;

    private RatingWords Words { get; set; } = default!;

    protected override void OnParametersSet() => Words = Entry.Rating.Words;

    private string Target
    {
        get
        {
            var target = Entry.Rating.YearTarget;
            var owner = target.Own is not null ? "（分解指标）" : target.IsMissing ? "（全市）" : "";
            return $"全年{(Entry.Indicator.IsAspirational ? "力争" : "")} {Words.YearTarget}{owner}";
        }
    }

    private IEnumerable<string> Lines => new[]
    {
        Words.Expected,
        Words.Gap,
        Words.ChangeOnQuarter is { Length: > 0 } change ? "较上季" + change : "",
        RatingWords.ValueBefore(Entry.Indicator, Report.Period.Quarter, Entry.Case, Words.Numbers.Decimals) is { } previous ? "上季 " + previous : "",
    }.Where(line => line.Length > 0);
}
