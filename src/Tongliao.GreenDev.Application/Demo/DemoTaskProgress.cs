using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>Plays what departments said of tasks, and what the bureau decided. Comes before the quarters are locked: nothing can be said in one that is.</summary>
internal sealed class DemoTaskProgress(WriteScope scope, PlanFacts facts, DemoCalendar calendar, IReadOnlyDictionary<string, GreenDevUser> users)
{
    private readonly Dictionary<TaskReportKey, TaskReport> reports = [];

    public async Task PlayAsync()
    {
        var scripts = (
            from period in facts.Periods
            where period.Quarter <= calendar.Last
            from task in facts.Plan.Tasks
            from named in task.Departments
            let steps = named.Order == 1 ? DemoTaskStory.StepsOf(period.Quarter, calendar.Last, task.Number)
                : DemoTaskStory.IsAdded(period.Quarter, calendar.Last, task.Number, named.DepartmentId) ? [TaskReportStep.Submit, TaskReportStep.Approve]
                : []
            where steps.Count > 0
            select (Key: new TaskReportKey(task.Number, named.DepartmentId, period.Quarter), Task: task, Steps: steps)).ToList();
        foreach (var (key, task, _) in scripts)
        {
            reports[key] = new TaskReport { PlanId = facts.Plan.Id, TaskId = task.Id, DepartmentId = key.DepartmentId, Quarter = key.Quarter };
        }

        scope.Db.TaskReports.AddRange(reports.Values);
        await scope.Db.SaveChangesAsync(scope.CancellationToken);
        await SupportAsync();

        // Version by version: the database takes them in this order only.
        for (var i = 0; i < scripts.Max(script => script.Steps.Count); i++)
        {
            scope.Db.TaskReportVersions.AddRange(scripts.Where(script => script.Steps.Count > i).Select(script => Version(script.Key, script.Task, script.Steps, i)));
            await scope.Db.SaveChangesAsync(scope.CancellationToken);
        }

        scope.Db.CommitmentRecords.AddRange(facts.Plan.Commitments.Where(commitment => DemoTaskStory.Kept.Contains(commitment.Number)).Select(Record).OfType<CommitmentRecord>());
        await scope.Db.SaveChangesAsync(scope.CancellationToken);
    }

    /// <summary>Minutes beside what kept commitments rest on, and beside a department's own report; files come before anything is handed in.</summary>
    private async Task SupportAsync()
    {
        var content = DemoFiles.Page("项目调度会纪要（演示数据）", "逐项核对完成情况，明确剩余工程的完成时间。");
        var file = CheckedFile.Of("项目调度会纪要（演示）.pdf", content).File ?? throw new InvalidOperationException("The demo's minutes would be refused.");
        var hash = await EvidenceContents.StoreAsync(scope, file, content);
        scope.Db.EvidenceFiles.AddRange(
            from report in reports
            where IsBasis(report.Key) || (report.Key.TaskNumber == 20 && report.Key.Quarter == calendar.Last.Previous)
            select new EvidenceFile
            {
                ValueId = null,
                TaskReportId = report.Value.Id,
                Version = 0,
                CorrectionId = null,
                Name = file.Name,
                Kind = file.Kind,
                Length = file.Length,
                Hash = hash,
                Recorded = By(report.Key.DepartmentId, calendar.At(report.Key.Quarter, 1)),
            });
        await scope.Db.SaveChangesAsync(scope.CancellationToken);
    }

    /// <summary>Whether a kept commitment rests on it.</summary>
    private bool IsBasis(TaskReportKey key) =>
        key.Quarter == calendar.Last.Previous.Previous
        && facts.Plan.Commitments.Any(commitment => commitment.TaskNumber == key.TaskNumber && DemoTaskStory.Kept.Contains(commitment.Number));

    private TaskReportVersion Version(TaskReportKey key, PlanTask task, IReadOnlyList<TaskReportStep> steps, int index)
    {
        TaskReportStatus? status = null;
        foreach (var step in steps.Take(index + 1))
        {
            status = step.Leads(status);
        }

        // 市委宣传部 is late each time, and nothing lies ahead of today.
        var day = key.Quarter == calendar.Last ? 1 + (task.Number % 5) : key.DepartmentId == "xuanchuan" ? 18 : 6 + (task.Number % 5);
        return new TaskReportVersion
        {
            ReportId = reports[key].Id,
            Number = index + 1,
            Step = steps[index],
            Status = status!.Value,
            Statement = DemoTaskStory.Said(key.Quarter, task),
            Reason = steps[index].NeedsReason() ? DemoTaskStory.ReturnReason : null,
            Recorded = By(steps[index].IsReview() ? null : key.DepartmentId, calendar.At(key.Quarter, day + index)),
        };
    }

    /// <summary>Of a commitment what was found on the lead's last locked report; null before there is one.</summary>
    private CommitmentRecord? Record(Commitment commitment)
    {
        var task = facts.Plan.Tasks.First(task => task.Number == commitment.TaskNumber);
        var key = new TaskReportKey(task.Number, task.Departments.MinBy(named => named.Order)!.DepartmentId, calendar.Last.Previous.Previous);
        return !reports.TryGetValue(key, out var report) ? null : new CommitmentRecord
        {
            CommitmentId = commitment.Id,
            Number = 1,
            KeptOn = key.Quarter.LastDay,
            ReportId = report.Id,
            Reason = "查阅竣工验收资料并现场抽查，承诺事项已完成。（演示）",
            Recorded = By(departmentId: null, calendar.At(key.Quarter, 35)),
        };
    }

    /// <summary>The department's own person where the demo has one; the bureau where it decides, and a colleague there where it speaks of its own tasks.</summary>
    private Recording By(string? departmentId, DateTimeOffset at)
    {
        if (departmentId is null)
        {
            var bureau = users["zhujian"];
            return new Recording(at, bureau.Id, $"{bureau.DisplayName}（{UserRole.Bureau.OfficeName(null)}）");
        }

        var department = facts.Department(departmentId);
        var user = users.Values.FirstOrDefault(user => user.DepartmentId == departmentId);
        return new Recording(
            at,
            user?.Id,
            $"{user?.DisplayName ?? "演示联络员"}（{(department.IsBureau ? UserRole.Bureau.OfficeName(null) : UserRole.DepartmentReviewer.OfficeName(department.ShortName))}）");
    }
}
