using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>催报 of 任务进展: the people of each department are told once which of its tasks are owed, and until when; by hand or by schedule.</summary>
public sealed class TaskReminderService(
    WriteTransaction write, NoticeWriter notices, PlanCatalogue catalogue, OfficeClock clock, ScheduledReminders scheduled)
{
    /// <exception cref="RefusalException">Not the bureau, a period that is not running, no day ahead, or nobody to remind.</exception>
    public async Task<RemindedUnits> RemindAsync(Caller caller, RemindTasks command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ReviewTasks);
                var period = facts.Period(command.Quarter);
                if (!IsRunning(period))
                {
                    throw RefusalException.Conflict(RefusalCodes.PeriodClosed, $"{period.Quarter.ChineseName}还没有开放或已经锁定，不能催报。");
                }

                var until = command.Until is { } day && day >= clock.Today ? day : throw Fault("until", "请填写今天或之后的日期，例如截止日期。");
                var reminded = await RemindAsync(scope, facts, period, until, scheduledOn: null, passedOver: []);
                return reminded.People > 0 ? reminded : throw NobodyToRemind(reminded.Unreached);
            },
            cancellationToken);
    }

    /// <summary>Reminds every department that owes reports on the last three working days, once a day.</summary>
    /// <returns>How many people were told.</returns>
    public async Task<int> RemindOnScheduleAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var due =
            from plan in await catalogue.AllAsync(cancellationToken)
            from period in plan.Facts.Periods
            where IsRunning(period) && period.DueOn is { } day && ReminderDays.AreLast(plan.Facts, today, day)
            select (plan.Facts, Period: period);
        return await scheduled.RunAsync(
            [.. due],
            one => one.Period,
            (scope, one, done) => RemindAsync(scope, one.Facts, one.Period, one.Period.DueOn!.Value, today, [.. done.Select(reminder => reminder.DepartmentId)]),
            cancellationToken);
    }

    private static bool IsRunning(ReportingPeriod period) => period is { OpenedAt: not null, AcceptsReview: true };

    private async Task<RemindedUnits> RemindAsync(
        WriteScope scope, PlanFacts facts, ReportingPeriod period, DateOnly until, DateOnly? scheduledOn, IReadOnlyList<string?> passedOver)
    {
        scope.About(facts.Plan.Id);
        var owed = await TaskProgressQueries.OwedAsync(scope.Db, facts, period.Quarter, scope.CancellationToken);
        var people = await DepartmentPeople.ReadAsync(scope.Db, facts, scope.CancellationToken);
        var (reminded, unreached, told) = (new List<string>(), new List<string>(), new List<Announcement>());
        foreach (var tasks in owed.Where(tasks => !passedOver.Contains(tasks.Key.Id)))
        {
            if (people[tasks.Key.Id].ToList() is not { Count: > 0 } asked)
            {
                unreached.Add(tasks.Key.ShortName);
                continue;
            }

            reminded.Add(tasks.Key.ShortName);
            told.Add(Add(scope, period, tasks, until, scheduledOn, asked));
        }

        await notices.TellAsync(scope, told);
        return new RemindedUnits(reminded, told.Sum(announcement => announcement.To.Count), unreached);
    }

    private static Announcement Add(
        WriteScope scope, ReportingPeriod period, IGrouping<Department, int> tasks, DateOnly until, DateOnly? scheduledOn, List<Guid> asked)
    {
        var department = tasks.Key;
        var request = $"请于{until.Month}月{until.Day}日前上报{period.Quarter.ChineseName}任务进展";
        var text = $"{request}：任务{string.Join('、', tasks)}。";
        scope.Db.Reminders.Add(new Reminder
        {
            PlanId = period.PlanId,
            DepartmentId = department.Id,
            Quarter = period.Quarter,
            Until = until,
            Text = text,
            Recipients = asked.Count,
            ScheduledOn = scheduledOn,
            Recorded = scope.Recording,
        });
        scope.Audit(
            AuditKinds.Reminded, new AuditSubject.Period(period.Quarter), before: null, new AuditedReminder(department.ShortName, until, text, asked.Count));
        var page = $"/progress?period={period.Quarter}";
        return new Announcement(NoticeKind.Reminder, $"催报任务进展：{period.Quarter.ChineseName}", text, [.. asked.Select(person => new Addressee(person, page))])
        {
            ForGroup = MessageTexts.GroupLine(department.ShortName, request),
        };
    }

    private static RefusalException NobodyToRemind(IReadOnlyList<string> unreached) => RefusalException.Conflict(
        RefusalCodes.WrongState,
        unreached.Count == 0 ? "任务进展已经报齐，无需催报。" : $"{string.Join('、', unreached)}没有可以通知的账号，请系统管理员先建立账号。");

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.ReminderInvalid, message, new FieldFault(field, message));
}
