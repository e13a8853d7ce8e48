using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>One value that waits: what it says, what is to be known of it, and the decision.</summary>
public sealed partial class ReviewCard(OfficeClock clock)
{
    private const int MostOffers = 2;

    private int answered;

    [CascadingParameter]
    private ReviewSession Session { get; set; } = default!;

    [Parameter, EditorRequired]
    public ReviewLine Line { get; set; } = default!;

    /// <summary>Whether keys and buttons are heard yet.</summary>
    [Parameter]
    public bool IsLive { get; set; }

    [Parameter]
    public EventCallback<(ReviewLine Line, ReviewStep Step)> OnDecide { get; set; }

    /// <summary>The reviewer wants to see how the value stands by now.</summary>
    [Parameter]
    public EventCallback<ReviewLine> OnRenew { get; set; }

    private string? FaultId => Line.Fault is null ? null : $"fault-{Line.Number}";

    /// <summary>What is to be seen of a row from afar.</summary>
    private string? Edge => Line.Entry.Rating.State == RagStatus.Red ? "edge-red"
        : Line.Marks.Contains(ReviewMark.Clear) ? null
        : "edge-amber";

    /// <summary>Reasons to return it that a click takes over: what was asked about it.</summary>
    private IEnumerable<string> Offers =>
        ReviewMarks.Queries(Line.Entry).Take(MostOffers).Select(finding => $"请核实：{finding.Message}");

    private string WordOf(ReviewMark mark) => mark switch
    {
        ReviewMark.Query => $"{mark.Word()} {ReviewMarks.Queries(Line.Entry).Count()}",
        ReviewMark.ActedFor => $"{mark.Word()} {Line.Lead.ShortName}",
        _ => mark.Word(),
    };

    private void TypedAsync(TypedEventArgs typed)
    {
        answered = Math.Max(answered, typed.Sequence);
        Line.Fault = typed.Text is null ? $"已输入{typed.Length}字，最多{ValueChecks.MaxTextLength}字，请精简后再提交。" : null;
        if (typed.Field == "acting")
        {
            Session.ActingReason = typed.Text ?? Session.ActingReason;
        }
        else
        {
            (Line.Reason, Line.IsTooLong) = (typed.Text ?? Line.Reason, typed.Text is null);
        }
    }
}
