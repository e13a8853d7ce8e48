using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What a leader wants to see first: lights of the city, where it lags, and what turned since the last quarter.</summary>
public sealed partial class LeaderDesk
{
    private const int Listed = 5;

    [Parameter, EditorRequired]
    public WorkbenchContent Content { get; set; } = default!;

    private string Whole => Content.Facts.Plan.City.ShortName;

    private UnitLights Lights => Content.Lights!;

    private List<IndicatorRating> Worst { get; set; } = [];

    private List<(IndicatorRating Rating, RagStatus Before)> Turned { get; set; } = [];

    /// <summary>Why some have no light, the most frequent reason first.</summary>
    private string Undecided => string.Join(" · ", Lights.Ratings
        .Where(rating => !rating.State.IsLight()).CountBy(rating => rating.State).OrderByDescending(state => state.Value)
        .Select(state => $"{state.Key.Word()} {state.Value}"));

    private string TurnedWords => (Lights.Previous.Values.Any(state => state.IsLight()), Turned.Count(turn => turn.Rating.State < turn.Before), Turned.Count(turn => turn.Rating.State > turn.Before)) switch
    {
        (false, _, _) => "上季无数据。",
        (_, 0, 0) => "没有指标变灯。",
        (_, var better, var worse) => string.Join('，', new[] { worse > 0 ? $"{worse} 项变差" : null, better > 0 ? $"{better} 项好转" : null }.OfType<string>()) + "。",
    };

    protected override void OnParametersSet()
    {
        Worst = [.. Lagging.WorstFirst(Lights.Ratings).Take(Listed)];
        Turned =
        [
            .. from rating in Lights.Ratings
               where Lights.Was(rating) is not null
               orderby rating.State descending
               select (rating, Lights.Was(rating)!.Value),
        ];
    }

    private static string Gap(IndicatorRating rating) =>
        string.Join('，', new[] { rating.Words.ValueWithBasis, rating.Words.Expected, rating.Words.Gap }.Where(words => words.Length > 0));
}
