using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>Tells demo counties what was decided in the last quarter, in the words that real ones are told.</summary>
internal sealed class DemoNotices(WriteScope scope, PlanFacts facts, DemoCalendar calendar, IReadOnlyDictionary<string, GreenDevUser> users)
{
    public void Play(IEnumerable<Submission> submissions)
    {
        var last = scope.Db.Revisions.Local.GroupBy(revision => revision.ValueId).ToDictionary(group => group.Key, group => group.MaxBy(revision => revision.Version)!);
        foreach (var submission in submissions.Where(submission => submission.Quarter == calendar.Last))
        {
            var unit = facts.Plan.Units.Single(unit => unit.Id == submission.UnitId);
            var decided =
                from indicator in facts.Plan.Indicators
                let value = submission.Values.Single(value => value.IndicatorId == indicator.Id)
                where last.ContainsKey(value.Id) && last[value.Id].Kind is RevisionKind.Return or RevisionKind.Approve && value.Status is ValueStatus.Returned or ValueStatus.Accepted
                group (Indicator: indicator, Revision: last[value.Id]) by (last[value.Id].Kind, last[value.Id].ByName);
            foreach (var act in decided)
            {
                Add(act.Key.Kind == RevisionKind.Return ? Returned(unit, [.. act]) : Approved(unit, [.. act]), act.Last().Revision);
            }
        }
    }

    private Announcement Returned(ReportingUnit unit, IReadOnlyList<(Indicator Indicator, ValueRevision Revision)> act) => DecisionNews.Returned(
        unit, calendar.Last, ReviewStep.Return, [.. act.Select(one => (one.Indicator, one.Revision.Reason!))], PeopleOf(unit));

    private Announcement Approved(ReportingUnit unit, IReadOnlyList<(Indicator Indicator, ValueRevision Revision)> act) =>
        DecisionNews.Approved(unit, calendar.Last, [.. act.Select(one => one.Indicator)], isLast: false, PeopleOf(unit));

    private IEnumerable<CountyPerson> PeopleOf(ReportingUnit unit) =>
        users.Values.Where(user => user.UnitId == unit.Id).Select(user => new CountyPerson(user.Id, unit.Id, user.Role, user.LastSignInAt));

    private void Add(Announcement told, ValueRevision decision) => scope.Db.Notices.AddRange(told.To.Select(to => new Notice
    {
        UserId = to.UserId,
        Kind = told.Kind,
        Title = told.Title,
        Text = told.Text,
        Address = to.Address,
        ByName = decision.ByName,
        At = decision.At,
    }));
}
