using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>催报: tells the people of a county what is missing and until when, by hand or by schedule; each reminder is kept.</summary>
public sealed class ReminderService(
    WriteTransaction write, NoticeWriter notices, PlanCatalogue catalogue, OfficeClock clock, ScheduledReminders scheduled)
{
    private const int LongestWords = 200;

    /// <summary>Reminds one unit, or all that are not complete. A lead department speaks of what it leads alone.</summary>
    /// <exception cref="RefusalException">Not a reviewer of the city, a period that is not open, no day ahead, or nobody to remind.</exception>
    public async Task<RemindedUnits> RemindAsync(Caller caller, Remind command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ReviewForCity);
                var period = facts.Period(command.Quarter);
                var until = RequireUntil(command.Until);
                var words = RequireWords(command.Words);
                var chosen = RequireOpen(facts, period, command.UnitCode is { } code ? [facts.Unit(code)] : facts.Plan.Units);
                var indicators = facts.Plan.Indicators.Where(indicator => ReviewAccess.MayActOn(scope.Actor, indicator));
                var reminded = await RemindAsync(scope, facts, period, chosen, indicators, until, words, scheduledOn: null);
                return reminded.People > 0 ? reminded : throw NobodyToRemind(reminded);
            },
            cancellationToken);
    }

    /// <summary>Reminds every unit that is not complete on the last three working days, once a day.</summary>
    /// <returns>How many people were told.</returns>
    public async Task<int> RemindOnScheduleAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var plans = await catalogue.AllAsync(cancellationToken);
        return await scheduled.RunAsync(
            [.. plans.SelectMany(plan => plan.Facts.Periods.SelectMany(period => Due(plan.Facts, period, today)))],
            due => due.Period,
            (scope, due, done) => RemindAsync(
                scope,
                due.Facts,
                due.Period,
                due.Units.ExceptBy(done.Select(reminder => reminder.UnitId), unit => (int?)unit.Id),
                due.Facts.Plan.Indicators,
                due.Until,
                words: null,
                today),
            cancellationToken);
    }

    /// <summary>Units whose last days have come, by the day on which they are due: those with an extension by their own.</summary>
    private static IEnumerable<(PlanFacts Facts, ReportingPeriod Period, DateOnly Until, List<ReportingUnit> Units)> Due(PlanFacts facts, ReportingPeriod period, DateOnly today) =>
        from unit in facts.Plan.Units
        let own = period.For(facts.ExtensionOf(unit, period.Quarter), today)
        where own is { AcceptsEntry: true, DueOn: not null } && ReminderDays.AreLast(facts, today, own.DueOn.Value)
        group unit by own.DueOn!.Value into together
        select (facts, period, together.Key, together.ToList());

    private async Task<RemindedUnits> RemindAsync(
        WriteScope scope,
        PlanFacts facts,
        ReportingPeriod period,
        IEnumerable<ReportingUnit> units,
        IEnumerable<Indicator> indicators,
        DateOnly until,
        string? words,
        DateOnly? scheduledOn)
    {
        scope.About(facts.Plan.Id);
        var reports = await HeldReports.ReadAsync(scope.Db, facts, period, indicators, scope.CancellationToken);
        var (reminded, unreached, told) = (new List<string>(), new List<string>(), new List<Announcement>());
        foreach (var unit in units)
        {
            var holdups = reports.HoldupsOf(unit);
            var asked = reports.AskedFor(unit, holdups);
            if (holdups.Count == 0)
            {
                continue;
            }

            if (asked.Count == 0)
            {
                unreached.Add(unit.ShortName);
                continue;
            }

            reminded.Add(unit.ShortName);
            told.Add(Add(scope, unit, period, until, Text(period, until, holdups, words), asked, scheduledOn));
        }

        await notices.TellAsync(scope, told);
        return new RemindedUnits(reminded, told.Sum(announcement => announcement.To.Count), unreached);
    }

    private static Announcement Add(
        WriteScope scope,
        ReportingUnit unit,
        ReportingPeriod period,
        DateOnly until,
        string text,
        IReadOnlyList<CountyPerson> asked,
        DateOnly? scheduledOn)
    {
        scope.Db.Reminders.Add(new Reminder
        {
            PlanId = period.PlanId,
            UnitId = unit.Id,
            Quarter = period.Quarter,
            Until = until,
            Text = text,
            Recipients = asked.Count,
            ScheduledOn = scheduledOn,
            Recorded = scope.Recording,
        });
        scope.Audit(
            AuditKinds.Reminded, new AuditSubject.Period(period.Quarter), before: null, new AuditedReminder(unit.ShortName, until, text, asked.Count));
        return new Announcement(
            NoticeKind.Reminder, $"催报：{period.Quarter.ChineseName}", text, [.. asked.Select(person => new Addressee(person.Id, person.DeskOf(period.Quarter)))])
        {
            ForGroup = MessageTexts.GroupLine(unit.ShortName, $"请于{until.Month}月{until.Day}日前报齐{period.Quarter.ChineseName}数据"),
        };
    }

    /// <summary>For example 请于12月8日前报齐2025年四季度数据。目前：未填 4 项（6、7、16、20）；退回未改 1 项（10）。</summary>
    private static string Text(ReportingPeriod period, DateOnly until, IReadOnlyList<Holdup> holdups, string? words) =>
        $"请于{until.Month}月{until.Day}日前报齐{period.Quarter.ChineseName}数据。目前：{string.Join('；', holdups.Select(holdup => holdup.Word()))}。{words}";

    /// <summary>Those that may still type, by an extension too.</summary>
    private List<ReportingUnit> RequireOpen(PlanFacts facts, ReportingPeriod period, IEnumerable<ReportingUnit> units) =>
        units.Where(unit => period.For(facts.ExtensionOf(unit, period.Quarter), clock.Today).AcceptsEntry).ToList() is { Count: > 0 } open
            ? open
            : throw RefusalException.Conflict(RefusalCodes.PeriodClosed, $"{period.Quarter.ChineseName}不在填报中，县级无法填报，不能催报。");

    private DateOnly RequireUntil(DateOnly? until) => until is { } day && day >= clock.Today
        ? day
        : throw Fault("until", "请填写今天或之后的日期，例如截止日期。");

    private static string? RequireWords(string? typed) => TypedText.Clean(typed) is not { } words || words.Length <= LongestWords
        ? TypedText.Clean(typed)
        : throw Fault("words", $"附言最多{LongestWords}个字。");

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.ReminderInvalid, message, new FieldFault(field, message));

    private static RefusalException NobodyToRemind(RemindedUnits reminded) => RefusalException.Conflict(
        RefusalCodes.WrongState,
        reminded.Unreached.Count == 0
            ? "数据已经报齐，无需催报。"
            : $"{string.Join('、', reminded.Unreached)}没有可以通知的账号，请系统管理员先建立填报员或县级审核员账号。");
}
