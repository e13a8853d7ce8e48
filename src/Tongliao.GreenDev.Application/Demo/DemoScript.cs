using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>Plays what demo people did to a report, step by step and with its history, by the same domain methods as real people.</summary>
internal sealed class DemoScript(GreenDevDbContext db, IReadOnlyDictionary<string, GreenDevUser> users, IReadOnlyList<UnitTarget> targets)
{
    private readonly Dictionary<(int Unit, int Indicator), Dictionary<Quarter, ReportedFigure>> told = [];

    private static readonly ReviewStep[] Way = [ReviewStep.Submit, ReviewStep.Approve, ReviewStep.Approve];

    /// <summary>Ten in the morning in Tongliao, some days after a quarter's end.</summary>
    public static DateTimeOffset At(Quarter quarter, int day) =>
        new(quarter.LastDay.AddDays(day), new TimeOnly(2, 0), TimeSpan.Zero);

    /// <summary>Plays one report. Those of a unit are played in the order of their quarters: what was told before is what findings compare with.</summary>
    public void Play(PlanFacts facts, Submission submission)
    {
        var unit = facts.Plan.Units.Single(u => u.Id == submission.UnitId);
        var last = facts.Periods[^1].Quarter;
        foreach (var indicator in facts.Plan.Indicators)
        {
            var value = submission.Values.Single(v => v.IndicatorId == indicator.Id);
            var goal = DemoStory.StatusOf(submission.Quarter, last, unit.Order, indicator.Number);
            if (goal != ValueStatus.Empty)
            {
                Save(value, unit, indicator, submission.Quarter);
                Advance(value, unit, submission.Quarter, goal);
            }
        }
    }

    private void Save(ReportedValue value, ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var target = UnitTarget.InForce(targets.Where(t => t.UnitId == unit.Id && t.IndicatorId == indicator.Id), quarter.Year, quarter.LastDay);
        var isNotApplicable = DemoStory.IsNotApplicable(unit.Order, indicator.Number);
        var inputs = isNotApplicable ? ReportedInputs.None
            : DemoStory.NothingBuilt(quarter, unit.Order, indicator.Number) ? new ReportedInputs { Numerator = 0, Denominator = 0 }
            : DemoFigures.Of(unit, indicator, quarter, target);
        var errors = ValueChecks.Errors(indicator, inputs);
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"Demo data for {unit.Code}/{quarter}/{indicator.Number} would be refused: {errors[0].Code}.");
        }

        var reason = isNotApplicable ? DemoStory.NotApplicableReason : null;
        var statement = new Statement { Inputs = inputs, NotApplicableReason = reason };
        value.SaveDraft(statement with { Explanations = Explanations(unit, indicator, quarter, statement.ToFigure(isApproved: false)) }, At(quarter, 3));
        Record(value, RevisionKind.Save, ClerkOf(unit), unit, reason: null);
    }

    private List<Explanation> Explanations(ReportingUnit unit, Indicator indicator, Quarter quarter, ReportedFigure figure)
    {
        if (!told.TryGetValue((unit.Id, indicator.Id), out var before))
        {
            told[(unit.Id, indicator.Id)] = before = [];
        }

        var findings = ValueWarnings.Of(indicator, quarter, figure, before);
        before[quarter] = figure;
        return [.. findings.Select(finding => new Explanation(finding.Key!, DemoStory.Explanation))];
    }

    private void Advance(ReportedValue value, ReportingUnit unit, Quarter quarter, ValueStatus goal)
    {
        var stage = goal == ValueStatus.Returned ? ValueStatus.CityReview.Stage() : goal.Stage();
        for (var step = 0; step < stage; step++)
        {
            var tier = (ReviewTier)step;
            var next = ReviewSteps.Next(value.Status, Way[step], tier)!.Value;

            // One unit was late every time.
            value.MoveTo(next, reason: null, At(quarter, (unit.Order == 7 ? 17 : 5) + (step * 4)));
            Record(value, RevisionKinds.Of(Way[step]), PersonOf(tier, unit), unit, reason: null);
        }

        if (goal == ValueStatus.Returned)
        {
            value.MoveTo(ValueStatus.Returned, DemoStory.ReturnReason, At(quarter, 12));
            Record(value, RevisionKind.Return, users["zhujian"], unit, DemoStory.ReturnReason);
        }
    }

    private void Record(ReportedValue value, RevisionKind kind, GreenDevUser by, ReportingUnit unit, string? reason)
    {
        var office = by.Role.OfficeName(by.UnitId is null ? null : unit.ShortName);
        db.Revisions.Add(ValueRevision.After(value, kind, Guid.CreateVersion7(), by.Id, $"{by.DisplayName}（{office}）", reason));
    }

    private GreenDevUser PersonOf(ReviewTier tier, ReportingUnit unit) => tier switch
    {
        ReviewTier.Clerk => ClerkOf(unit),
        ReviewTier.County => users.Values.Single(user => user.UnitId == unit.Id && user.Role == UserRole.CountyReviewer),
        ReviewTier.City => users["zhujian"],
    };

    private GreenDevUser ClerkOf(ReportingUnit unit) =>
        users.Values.Single(user => user.UnitId == unit.Id && user.Role == UserRole.Clerk);
}
