using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>催报 of 任务进展: the people of each department are told once which of its tasks are owed, and until when.</summary>
public sealed class TaskReminderService(WriteTransaction write, NoticeWriter notices, PlanCatalogue catalogue, TaskProgressQueries progress, OfficeClock clock)
{
    /// <exception cref="RefusalException">Not the bureau, a period that is not running, no day ahead, or nobody to remind.</exception>
    public async Task<RemindedUnits> RemindAsync(Caller caller, RemindTasks command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(cancellationToken);
        return await write.RunAsync(caller, command, scope => RemindAsync(scope, facts, command), cancellationToken);
    }

    private async Task<RemindedUnits> RemindAsync(WriteScope scope, PlanFacts facts, RemindTasks command)
    {
        scope.Actor.Require(Act.ReviewTasks);
        var period = facts.Period(command.Quarter);
        if (period is not { OpenedAt: not null, AcceptsReview: true })
        {
            throw RefusalException.Conflict(RefusalCodes.PeriodClosed, $"{period.Quarter.ChineseName}还没有开放或已经锁定，不能催报。");
        }

        var until = command.Until is { } day && day >= clock.Today ? day : throw Fault("until", "请填写今天或之后的日期，例如截止日期。");
        var overview = await progress.OverviewAsync(scope.Db, scope.Actor, facts, period, scope.CancellationToken);
        var people = await DepartmentPeople.ReadAsync(scope.Db, facts, scope.CancellationToken);
        var (reminded, unreached, told) = (new List<string>(), new List<string>(), new List<Announcement>());
        foreach (var owed in overview.Leads.Where(line => line.IsOwed).GroupBy(line => line.Department))
        {
            if (people[owed.Key.Id].ToList() is not { Count: > 0 } asked)
            {
                unreached.Add(owed.Key.ShortName);
                continue;
            }

            reminded.Add(owed.Key.ShortName);
            told.Add(Add(scope, period, owed.Key, until, [.. owed.Select(line => line.Task.Number)], asked));
        }

        await notices.TellAsync(scope, told);
        return told.Count > 0 ? new RemindedUnits(reminded, told.Sum(announcement => announcement.To.Count), unreached) : throw NobodyToRemind(unreached);
    }

    private static Announcement Add(
        WriteScope scope, ReportingPeriod period, Department department, DateOnly until, IReadOnlyList<int> tasks, List<Guid> asked)
    {
        var request = $"请于{until.Month}月{until.Day}日前上报{period.Quarter.ChineseName}任务进展";
        var text = $"{request}：任务{string.Join('、', tasks)}。";
        scope.Audit(
            AuditKinds.Reminded, new AuditSubject.Period(period.Quarter), before: null, new AuditedReminder(department.ShortName, until, text, asked.Count));
        var page = $"/progress?period={period.Quarter}";
        return new Announcement(NoticeKind.Reminder, $"催报任务进展：{period.Quarter.ChineseName}", text, [.. asked.Select(person => new Addressee(person, page))])
        {
            ForGroup = MessageTexts.GroupLine(department.ShortName, request),
        };
    }

    private static RefusalException NobodyToRemind(List<string> unreached) => RefusalException.Conflict(
        RefusalCodes.WrongState,
        unreached.Count == 0 ? "任务进展已经报齐，无需催报。" : $"{string.Join('、', unreached)}没有可以通知的账号，请系统管理员先建立账号。");

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.ReminderInvalid, message, new FieldFault(field, message));
}
