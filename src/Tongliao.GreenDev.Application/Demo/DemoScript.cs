using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>Plays what demo people did to a report, step by step and with its history, by the same domain methods as real people.</summary>
internal sealed class DemoScript(
    GreenDevDbContext db, PlanFacts facts, DemoCalendar calendar, IReadOnlyDictionary<string, GreenDevUser> users, DemoStatements statements)
{
    private readonly List<(Correction Correction, Quarter Quarter)> corrected = [];

    private static readonly ReviewStep[] Way = [ReviewStep.Submit, ReviewStep.Approve, ReviewStep.Approve];

    /// <summary>Plays one report. Those of a unit are played in the order of their quarters: what was told before is what findings compare with.</summary>
    public void Play(Submission submission)
    {
        var unit = facts.Plan.Units.Single(u => u.Id == submission.UnitId);
        foreach (var indicator in facts.Plan.Indicators)
        {
            var value = submission.Values.Single(v => v.IndicatorId == indicator.Id);
            var goal = DemoStory.StatusOf(submission.Quarter, calendar.Last, unit.Order, indicator.Number);
            if (goal != ValueStatus.Empty)
            {
                Play(value, unit, indicator, submission.Quarter, goal);
            }
        }

        foreach (var fact in facts.Plan.Quantities.Where(quantity => quantity.IsOneFact))
        {
            Share(fact, submission, unit);
        }
    }

    /// <summary>A value that nobody has come to yet holds what another one says of their common number.</summary>
    private void Share(Quantity fact, Submission submission, ReportingUnit unit)
    {
        var uses = fact.Uses.Select(use => (use.Key, use.IndicatorNumber, Value: submission.Values.Single(value =>
            value.IndicatorId == facts.Indicator(use.IndicatorNumber).Id))).ToList();
        if (uses.Find(use => use.Value.Statement.Inputs[use.Key] is not null) is { Value: not null } giver)
        {
            foreach (var (key, _, value) in uses.Where(use => use.Value.Status == ValueStatus.Empty))
            {
                value.Share(new Statement { Inputs = ReportedInputs.None.With(key, giver.Value.Statement.Inputs[giver.Key]) }, calendar.At(submission.Quarter, 3));
                Record(value, RevisionKind.Share, ClerkOf(unit), unit, $"随第{giver.IndicatorNumber}项修改。");
            }
        }
    }

    private void Play(ReportedValue value, ReportingUnit unit, Indicator indicator, Quarter quarter, ValueStatus goal)
    {
        var final = statements.Of(unit, indicator, quarter);
        var submitted = DemoStory.IsLate(quarter, calendar.Last, unit.Order) ? 17 : 5;
        if (DemoStory.WasReturned(quarter, calendar.Last, unit.Order, indicator.Number))
        {
            Save(value, unit, quarter, final with { Inputs = final.Inputs with { Numerator = decimal.Round(final.Inputs.Numerator!.Value * 0.99m, 2) } }, day: 3);
            Advance(value, unit, quarter, ValueStatus.CityReview, submitted);
            Take(value, unit, quarter, RevisionKind.Return, DemoStory.ReturnReason, day: 8);
            Save(value, unit, quarter, final, day: 10);
            Advance(value, unit, quarter, goal, day: 11);
        }
        else if (DemoStory.IsCorrected(quarter, calendar.Last, unit.Order, indicator.Number))
        {
            Save(value, unit, quarter, final with { Inputs = Less(final.Inputs, 0.9m) }, day: 3);
            Advance(value, unit, quarter, ValueStatus.Accepted, submitted);
            var correction = Request(value, unit, quarter, final, day: 44);
            value.Correct(final, calendar.At(quarter, day: 46));
            Record(value, RevisionKind.Correct, users["zhujian"], unit, DemoStory.CorrectionReason);
            corrected.Add((correction, quarter));
        }
        else if (DemoStory.IsInSecondRound(quarter, calendar.Last, unit.Order, indicator.Number))
        {
            var answered = DemoStory.IsAnswered(indicator.Number);
            Save(value, unit, quarter, answered ? final : final with { Inputs = final.Inputs with { Numerator = decimal.Round(final.Inputs.Numerator!.Value * 0.97m, 2) } }, day: 2);
            Advance(value, unit, quarter, ValueStatus.CityReview, day: 3);
            Take(value, unit, quarter, RevisionKind.Return, DemoStory.ReturnReason, day: 6);
            if (!answered)
            {
                Save(value, unit, quarter, final, day: 7);
            }

            Advance(value, unit, quarter, goal, day: 7, answered ? DemoStory.Answer : null);
        }
        else if (DemoStory.IsWithdrawn(quarter, calendar.Last, unit.Order, indicator.Number))
        {
            Save(value, unit, quarter, final, day: 3);
            Advance(value, unit, quarter, ValueStatus.CountyReview, submitted);
            value.MoveTo(goal, reason: null, calendar.At(quarter, day: 6));
            Record(value, RevisionKind.Withdraw, ClerkOf(unit), unit, reason: null);
        }
        else if (DemoStory.IsReopened(quarter, calendar.Last, unit.Order, indicator.Number))
        {
            Save(value, unit, quarter, final, day: 3);
            Advance(value, unit, quarter, ValueStatus.Accepted, submitted);
            Take(value, unit, quarter, RevisionKind.Reopen, DemoStory.ReopenReason, day: 12);
        }
        else
        {
            Save(value, unit, quarter, final, day: 3);
            Advance(value, unit, quarter, goal == ValueStatus.Returned ? ValueStatus.CityReview : goal, submitted);
            if (DemoStory.IsToBeCorrected(quarter, calendar.Last, unit.Order, indicator.Number))
            {
                Request(value, unit, quarter, final with { Inputs = Less(final.Inputs, 0.95m) }, day: 20);
            }

            if (goal == ValueStatus.Returned)
            {
                Take(value, unit, quarter, RevisionKind.Return, DemoStory.ReturnReason, day: 8);
            }
        }
    }

    private Correction Request(ReportedValue value, ReportingUnit unit, Quarter quarter, Statement statement, int day)
    {
        var clerk = ClerkOf(unit);
        var correction = new Correction
        {
            ValueId = value.Id,
            Version = value.Version,
            Statement = statement,
            Reason = DemoStory.CorrectionReason,
            Recorded = new Recording(calendar.At(quarter, day), clerk.Id, $"{clerk.DisplayName}（{clerk.Role.OfficeName(unit.ShortName)}）"),
        };
        db.Corrections.Add(correction);
        return correction;
    }

    private static ReportedInputs Less(ReportedInputs inputs, decimal share) => inputs with { Numerator = decimal.Round(inputs.Numerator!.Value * share, 0) };

    /// <summary>Decides on the corrections that were asked for, once the database has numbered them.</summary>
    public void DecideCorrections()
    {
        var bureau = users["zhujian"];
        foreach (var (correction, quarter) in corrected)
        {
            var recorded = new Recording(calendar.At(quarter, day: 46), bureau.Id, $"{bureau.DisplayName}（{bureau.Role.OfficeName(null)}）");
            db.CorrectionDecisions.Add(new CorrectionDecision
            {
                CorrectionId = correction.Id,
                IsApproved = true,
                Reason = DemoStory.CorrectionAnswer,
                Recorded = recorded,
            });
            db.Releases.Add(new Release { PlanId = facts.Plan.Id, Quarter = quarter, Number = 2, CorrectionId = correction.Id, Recorded = recorded });
        }
    }

    private void Save(ReportedValue value, ReportingUnit unit, Quarter quarter, Statement statement, int day)
    {
        value.SaveDraft(statement, calendar.At(quarter, day));
        Record(value, RevisionKind.Save, ClerkOf(unit), unit, reason: null);
    }

    /// <summary>Two days a step.</summary>
    private void Advance(ReportedValue value, ReportingUnit unit, Quarter quarter, ValueStatus goal, int day, string? answer = null)
    {
        var hasCountyReview = DemoStory.HasCountyReview(quarter, calendar.Last, unit.Order);
        for (var step = 0; step < goal.Stage(); step++)
        {
            var tier = (ReviewTier)step;
            if (tier == ReviewTier.County && !hasCountyReview)
            {
                continue;
            }

            var next = ReviewSteps.Next(value.Status, Way[step], tier, hasCountyReview)!.Value;
            value.MoveTo(next, reason: null, calendar.At(quarter, day + (step * 2)));
            if (tier == ReviewTier.City)
            {
                RecordApproval(value, unit, quarter);
            }
            else
            {
                Record(value, RevisionKinds.Of(Way[step]), tier == ReviewTier.Clerk ? ClerkOf(unit) : ReviewerOf(unit), unit, tier == ReviewTier.Clerk ? answer : null);
            }
        }
    }

    /// <summary>By the lead department, or by the bureau in its place.</summary>
    private void RecordApproval(ReportedValue value, ReportingUnit unit, Quarter quarter)
    {
        var indicator = facts.Plan.Indicators.Single(i => i.Id == value.IndicatorId);
        var lead = facts.Plan.Departments.Single(department => department.Id == indicator.LeadDepartmentId);
        if (DemoStory.IsDecidedForDepartment(quarter, calendar.Last, unit.Order, indicator.Number))
        {
            Record(value, RevisionKind.Approve, users["zhujian"], unit, DemoStory.ActingReason, lead.ShortName);
        }
        else
        {
            Record(value, RevisionKind.Approve, CityReviewerOf(value), unit, reason: null);
        }
    }

    /// <summary>The city gives a value back to the clerk: its lead department returns it, the bureau reopens it.</summary>
    private void Take(ReportedValue value, ReportingUnit unit, Quarter quarter, RevisionKind kind, string reason, int day)
    {
        value.MoveTo(ValueStatus.Returned, reason, calendar.At(quarter, day));
        Record(value, kind, kind == RevisionKind.Return ? CityReviewerOf(value) : users["zhujian"], unit, reason);
    }

    private void Record(ReportedValue value, RevisionKind kind, GreenDevUser by, ReportingUnit unit, string? reason, string? actedFor = null)
    {
        var department = facts.Plan.Departments.FirstOrDefault(d => d.Id == by.DepartmentId);
        var office = by.Role.OfficeName(by.UnitId is null ? department?.ShortName : unit.ShortName);
        db.Revisions.Add(ValueRevision.After(value, kind, Guid.CreateVersion7(), new Recording(value.ChangedAt!.Value, by.Id, $"{by.DisplayName}（{office}）"), reason, actedFor));
    }

    private GreenDevUser CityReviewerOf(ReportedValue value)
    {
        var indicator = facts.Plan.Indicators.Single(i => i.Id == value.IndicatorId);
        return users.Values.FirstOrDefault(user => user.DepartmentId == indicator.LeadDepartmentId) ?? users["zhujian"];
    }

    private GreenDevUser ReviewerOf(ReportingUnit unit) =>
        users.Values.Single(user => user.UnitId == unit.Id && user.Role == UserRole.CountyReviewer);

    private GreenDevUser ClerkOf(ReportingUnit unit) =>
        users.Values.Single(user => user.UnitId == unit.Id && user.Role == UserRole.Clerk);
}
