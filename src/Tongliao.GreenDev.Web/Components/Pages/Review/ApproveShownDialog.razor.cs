using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>全部通过: says first what is among the values on the screen, and approves those at the versions that stand there.</summary>
public sealed partial class ApproveShownDialog(ReviewService steps)
{
    private static readonly ReviewMark[] Told = [ReviewMark.Red, ReviewMark.Query, ReviewMark.Worse, ReviewMark.Again, ReviewMark.Heavy, ReviewMark.ActedFor];

    private IReadOnlyList<StepResult> results = [];
    private ApplyStep approval = default!;
    private string? reason;
    private int judgedAnew;

    [Parameter, EditorRequired]
    public ReviewSession Session { get; set; } = default!;

    /// <summary>What is on the screen.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ReviewLine> Lines { get; set; } = [];

    /// <summary>How many are left out because a reason to return them is written.</summary>
    [Parameter]
    public int Held { get; set; }

    private string Leads => string.Join('、', Of(ReviewMark.ActedFor).Select(line => line.Lead.ShortName).Distinct());

    // Taken when the dialog opens: what the rows behind it show by and by was not summed up here.
    protected override void OnInitialized() =>
        (approval, reason) = (Session.Approval(Lines, Guid.Empty) with { PassesOver = true }, Session.ActingReason);

    private string Done() =>
        ReviewWords.Approved(results) + (judgedAnew > 0 ? $"{judgedAnew} 项的判定在您查看后有变化，没有通过。" : "");

    private List<ReviewLine> Of(ReviewMark mark) => [.. Lines.Where(line => line.Marks.Contains(mark))];

    private async Task SendAsync(Caller caller, int? version)
    {
        Session.ActingReason = reason ?? "";
        judgedAnew = Lines.Count(line => line.IsJudgedAnew);
        if (judgedAnew == Lines.Count)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, "列出的数据在您查看后判定都有变化，没有通过。请关闭后看过现在的判定再办理。");
        }

        var numbers = Lines.Where(line => !line.IsJudgedAnew).Select(line => line.Number).ToList();
        results = await steps.ApplyAsync(
            caller with { OperationId = null },
            approval with { OperationId = caller.OperationId!.Value, Reason = reason, IndicatorNumbers = numbers },
            CancellationToken.None);
    }
}
