using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>
/// One unit's values with what a reviewer needs to judge them, in a plain form. Without actions it is read only.
/// The versions on the screen travel with the form, so that what has moved on since is refused.
/// </summary>
public sealed partial class ReviewTable
{
    [Parameter, EditorRequired]
    public UnitReport Report { get; set; } = default!;

    /// <summary>What the reader may do here; none for read only.</summary>
    [Parameter]
    public IReadOnlyCollection<ReviewStep> Steps { get; set; } = [];

    /// <summary>On whose side the reader acts.</summary>
    [Parameter]
    public ReviewTier Tier { get; set; } = ReviewTier.County;

    /// <summary>Which values are listed; all when null.</summary>
    [Parameter]
    public Func<ReportEntry, bool>? Shows { get; set; }

    /// <summary>Takes the decision. A refusal it throws is shown above the table, with everything typed kept.</summary>
    [Parameter]
    public Func<ApplyStep, Task>? OnDecide { get; set; }

    /// <summary>By 序号: that the unit weighs unusually much in the city's figure; for who reads every unit.</summary>
    [Parameter]
    public IReadOnlyDictionary<int, string> Weights { get; set; } = new Dictionary<int, string>();

    [SupplyParameterFromForm]
    private ReviewDecision? Decision { get; set; }

    private string? Failure { get; set; }

    private string? ReasonFault { get; set; }

    /// <summary>Tells forms on one page apart; also the form's id.</summary>
    [Parameter]
    public string Name { get; set; } = "review";

    /// <summary>What the table lists, for those who cannot see it.</summary>
    [Parameter]
    public string? Caption { get; set; }

    private string FormName => $"{Name}-{Report.Unit.Code}";

    private string ReasonErrorId => $"{FormName}-reason-error";

    private bool NeedsReason => Steps.Contains(ReviewStep.Return) || Steps.Contains(ReviewStep.Reopen);

    /// <summary>Of several forms on a page each takes only its own answer.</summary>
    private ReviewDecision? Current => Decision?.Form == FormName ? Decision : null;

    private Guid OperationId => Current is { OperationId: var id } && id != Guid.Empty ? id : Guid.CreateVersion7();

    /// <summary>Numbers of what the bureau would decide in place of a lead department (代审).</summary>
    private List<int> Acted =>
        [.. Decidable.Where(entry => ReviewAccess.ActsFor(Report.Reader, Report.Facts, entry.Indicator) is not null).Select(entry => entry.Indicator.Number)];

    private List<ReportEntry> Shown { get; set; } = [];

    private List<ReportEntry> Decidable { get; set; } = [];

    protected override void OnParametersSet()
    {
        Shown = [.. Report.Entries.Where(entry => Shows is null || Shows(entry))];
        Decidable = [.. Shown.Where(entry =>
            ReviewAccess.MayActOn(Report.Reader, entry.Indicator)
            && Steps.Any(step => ReviewSteps.Next(entry.Status, step, Tier) is not null))];
    }

    /// <summary>The word for what a reason beside this value would be for; null when it takes none.</summary>
    private string? ReasonWord(ReportEntry entry) =>
        !Decidable.Contains(entry) ? null
        : Steps.Contains(ReviewStep.Return) ? ReviewStep.Return.Word()
        : Steps.Contains(ReviewStep.Reopen) ? ReviewStep.Reopen.Word()
        : null;

    private async Task SubmitAsync()
    {
        if (Current?.ToCommand(new ReportKey(Report.Unit.Code, Report.Period.Quarter)) is not { } command || OnDecide is null)
        {
            Failure = "请使用页面上的按钮提交。";
            return;
        }

        if (command.Step == ReviewStep.Approve && NeedsReason && Current.HasReason)
        {
            Failure = "填写了退回原因，所以没有审核通过任何一项：要退回请点“退回”；要通过，请先清空退回原因。";
            return;
        }

        try
        {
            await OnDecide(command);
        }
        catch (RefusalException refusal)
        {
            ReasonFault = refusal.Errors.FirstOrDefault(fault => fault.Field == "reason")?.Message;
            Failure = ReasonFault is not null ? null
                : refusal.Code == RefusalCodes.StaleVersion ? refusal.Message + "页面已换成最新数据。"
                : refusal.Message;
        }
    }
}
