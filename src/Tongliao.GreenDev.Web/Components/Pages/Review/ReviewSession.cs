using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>What a reviewer has before them of one report: the values that wait for them as they were shown, the others as they stand.</summary>
public sealed class ReviewSession
{
    private readonly Func<ApplyStep, Task> apply;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly string? lead;
    private List<ReviewLine> lines = [];

    /// <param name="report">As it was read.</param>
    /// <param name="lead">Only the indicators this department leads; null for all.</param>
    /// <param name="weights">By 序号: that the unit weighs unusually much in the city's figure.</param>
    /// <param name="apply">Takes a decision.</param>
    /// <param name="time">Tells what is new.</param>
    /// <param name="log">For what nobody answers.</param>
    public ReviewSession(
        UnitReport report, string? lead, IReadOnlyDictionary<int, string> weights, Func<ApplyStep, Task> apply, TimeProvider time, ILogger log)
    {
        (this.apply, this.time, this.log, this.lead) = (apply, time, log, lead);
        (Report, Weights) = (report, weights);
        Renew(weights);
    }

    /// <summary>As it stands by now.</summary>
    public UnitReport Report { get; private set; }

    public IReadOnlyDictionary<int, string> Weights { get; private set; }

    public ReportKey Key => new(Report.Unit.Code, Report.Period.Quarter);

    /// <summary>What waits for this reviewer, in the order of the annex.</summary>
    public IReadOnlyList<ReviewLine> Lines => lines;

    /// <summary>Only those with this mark are shown; null for all, as when none of them is left.</summary>
    public ReviewMark? Picked
    {
        get => lines.Exists(line => field is { } mark && line.Marks.Contains(mark)) ? field : null;
        set;
    }

    public IReadOnlyList<ReviewLine> Shown => Picked is { } mark ? lines.FindAll(line => line.Marks.Contains(mark)) : lines;

    /// <summary>What 全部通过 is for: shown, and no reason to return it is written.</summary>
    public IReadOnlyList<ReviewLine> Approvable => [.. Shown.Where(line => line.Reason.Trim().Length == 0 && !line.IsTooLong)];

    /// <summary>代审原因, asked once for all values of other departments.</summary>
    public string ActingReason { get; set; } = "";

    /// <summary>How many wait besides that are not shown yet.</summary>
    public int Arrived => Waiting.Count(entry => !lines.Exists(line => line.Number == entry.Indicator.Number));

    /// <summary>Everything that is not shown as waiting.</summary>
    public IReadOnlyList<ReportEntry> Others =>
    [
        .. Report.Entries
            .Where(entry => IsInLead(entry) && !lines.Exists(line => line.Number == entry.Indicator.Number))
            .OrderByDescending(entry => entry.Status is ValueStatus.CityReview or ValueStatus.CountyReview)
            .ThenBy(entry => entry.Status == ValueStatus.Accepted)
            .ThenBy(entry => entry.Indicator.Number),
    ];

    /// <summary>What the reader may decide.</summary>
    public IReadOnlyCollection<ReviewStep> Steps => Report.Period switch
    {
        _ when Tier is null => [],
        { AcceptsEntry: true } => [ReviewStep.Approve, ReviewStep.Return],
        { AcceptsReview: true } => [ReviewStep.Approve],
        _ => [],
    };

    public bool MayReopen => Report.Reader.May(Act.Reopen) && Report.Period.AcceptsEntry;

    /// <summary>On whose side the reader decides; null for who only reads.</summary>
    private ReviewTier? Tier =>
        Report.Reader.May(Act.ReviewForCity) ? ReviewTier.City
        : Report.Reader.May(Act.ReviewForCounty) && Report.Reader.UnitId == Report.Unit.Id ? ReviewTier.County
        : null;

    private IEnumerable<ReportEntry> Waiting => Tier is { } tier && Steps.Count > 0
        ? Report.Entries.Where(entry =>
            IsInLead(entry) && ReviewAccess.MayActOn(Report.Reader, entry.Indicator) && ReviewSteps.Next(entry.Status, ReviewStep.Approve, tier) is not null)
        : [];

    /// <summary>Takes in how the report stands by now: rows say that they have changed, and what the reader decided themselves has left.</summary>
    public void Take(UnitReport latest)
    {
        Report = latest;
        var entries = latest.Entries.ToDictionary(entry => entry.Indicator.Number);
        lines.RemoveAll(line => entries[line.Number] is { Trail.Last: { } last } entry && last.ById == latest.Reader.UserId && entry.Version != line.Entry.Version);
        lines.ForEach(line => line.Hear(entries[line.Number]));
    }

    /// <summary>Shows all as it stands by now; what was typed stays with its value.</summary>
    public void Renew(IReadOnlyDictionary<int, string> weights)
    {
        Weights = weights;
        lines = [.. Waiting.OrderBy(entry => entry.Indicator.Number).Select(entry => lines.Find(line => line.Number == entry.Indicator.Number) ?? LineOf(entry))];
        lines.ForEach(Renew);
    }

    /// <summary>Shows one as it stands by now; what waits for this reviewer no more leaves.</summary>
    public void Renew(ReviewLine line)
    {
        if (Waiting.All(entry => entry.Indicator.Number != line.Number))
        {
            lines.Remove(line);
            return;
        }

        line.Renew();
        line.Marks = ReviewMarks.Of(line.Entry, line.Weight is not null, line.IsActedFor, Report.Reader.UserId, time.GetUtcNow());
    }

    /// <summary>The approval of what is on the screen, at the versions that stand there.</summary>
    public ApplyStep Approval(IReadOnlyCollection<ReviewLine> shown, Guid operationId) => new(
        Key,
        ReviewStep.Approve,
        [.. shown.Select(line => line.Number)],
        ActingReason,
        shown.ToDictionary(line => line.Number, line => line.Entry.Version),
        operationId);

    /// <summary>Approves or returns one value as it was shown; what was typed is kept unless it is done.</summary>
    public async Task<ReviewOutcome> DecideAsync(ReviewLine line, ReviewStep step)
    {
        (line.Fault, line.Failure) = (null, null);
        if (FaultOf(line, step) is { } fault)
        {
            line.Fault = fault;
            return ReviewOutcome.NeedsReason;
        }

        line.IsBusy = true;
        try
        {
            await apply(Approval([line], line.Operation) with { Step = step, Reason = step == ReviewStep.Approve ? ActingReason : line.Reason });
            lines.Remove(line);
            return ReviewOutcome.Done;
        }
        catch (RefusalException refusal)
        {
            line.BeginAnew();
            return Refuse(line, step, refusal);
        }
        catch (Exception unanswered)
        {
            log.LogError(unanswered, "Decision {Step} on {Indicator} got no answer.", step, line.Number);
            line.Failure = "系统没有回应，不能确定是否已经办理。请稍后再按一次，已经办理的不会重复办理。";
            return ReviewOutcome.Refused;
        }
        finally
        {
            line.IsBusy = false;
        }
    }

    private static string? FaultOf(ReviewLine line, ReviewStep step) => step switch
    {
        ReviewStep.Approve when line.Reason.Trim().Length > 0 || line.IsTooLong => "已填写退回原因，没有通过：要退回请点“退回”，要通过请先清空原因。",
        ReviewStep.Return when line.IsTooLong => $"退回原因最多{ValueChecks.MaxTextLength}字，请精简后再退回。",
        _ => null,
    };

    private static ReviewOutcome Refuse(ReviewLine line, ReviewStep step, RefusalException refusal)
    {
        if (refusal.Errors.Any(error => error.Field == "reason"))
        {
            line.Fault = refusal.Message;
            return step == ReviewStep.Return ? ReviewOutcome.NeedsReason : ReviewOutcome.NeedsActingReason;
        }

        line.Failure = refusal.Message;
        return refusal.Code is RefusalCodes.StaleVersion or RefusalCodes.WrongStatus ? ReviewOutcome.Moved : ReviewOutcome.Refused;
    }

    private ReviewLine LineOf(ReportEntry entry) => new(entry)
    {
        Lead = Report.Facts.Department(entry.Indicator.LeadDepartmentId),
        IsActedFor = ReviewAccess.ActsFor(Report.Reader, Report.Facts, entry.Indicator) is not null,
        Weight = Weights.GetValueOrDefault(entry.Indicator.Number),
        StateBefore = Report.StatesBefore.TryGetValue(entry.Indicator.Number, out var before) ? before : null,
    };

    private bool IsInLead(ReportEntry entry) => lead is null || entry.Indicator.LeadDepartmentId == lead;
}
