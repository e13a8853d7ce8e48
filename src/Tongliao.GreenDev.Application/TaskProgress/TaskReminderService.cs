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
        var (reminded, unreached, people) = (new List<string>(), new List<string>(), 0);
        foreach (var owed in overview.Leads.Where(line => line.IsOwed).GroupBy(line => line.Department))
        {
            var told = await DepartmentPeople.OfAsync(scope.Db, owed.Key, scope.CancellationToken);
            (told.Count > 0 ? reminded : unreached).Add(owed.Key.ShortName);
            people += told.Count;
            await TellAsync(scope, period, owed.Key, until, [.. owed.Select(line => line.Task.Number)], told);
        }

        return people > 0 ? new RemindedUnits(reminded, people, unreached) : throw NobodyToRemind(unreached);
    }

    private async Task TellAsync(WriteScope scope, ReportingPeriod period, Department department, DateOnly until, IReadOnlyList<int> tasks, List<Guid> people)
    {
        if (people.Count == 0)
        {
            return;
        }

        var text = $"请于{until.Month}月{until.Day}日前上报{period.Quarter.ChineseName}任务进展：任务{string.Join('、', tasks)}。";
        var page = $"/progress?period={period.Quarter}";
        await notices.TellAsync(
            scope,
            new Announcement(NoticeKind.Reminder, $"催报任务进展：{period.Quarter.ChineseName}", text, [.. people.Select(person => new Addressee(person, page))])
            {
                ForGroup = MessageTexts.GroupLine(department.ShortName, $"请于{until.Month}月{until.Day}日前上报{period.Quarter.ChineseName}任务进展"),
            });
        scope.Audit(
            AuditKinds.Reminded, new AuditSubject.Period(period.Quarter), before: null, new AuditedReminder(department.ShortName, until, text, people.Count));
    }

    private static RefusalException NobodyToRemind(List<string> unreached) => RefusalException.Conflict(
        RefusalCodes.WrongState,
        unreached.Count == 0 ? "任务进展已经报齐，无需催报。" : $"{string.Join('、', unreached)}没有可以通知的账号，请系统管理员先建立账号。");

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.ReminderInvalid, message, new FieldFault(field, message));
}
