using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Domain.Tests.TaskProgress;

public sealed class TaskReportTrailTests
{
    private static readonly DateTimeOffset Begin = new(2025, 10, 9, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Save", "", "")]
    [InlineData("Save Submit", "Submit", "")]
    [InlineData("Submit Return Save", "Submit Return", "")]
    [InlineData("Submit Approve", "Submit Approve", "Approve")]
    [InlineData("Submit Approve Reopen Save Submit", "Submit Approve Reopen Submit", "Approve")]
    public void For_OfEveryReader_IsWhatTheyMaySee(string steps, string reviewer, string anybody)
    {
        var trail = Trail(steps);

        Assert.Equal(steps, Words(trail.For(TaskReportReader.Department)));
        Assert.Equal(reviewer, Words(trail.For(TaskReportReader.Reviewer)));
        Assert.Equal(anybody, Words(trail.For(TaskReportReader.Public)));
    }

    [Fact]
    public void SubmittedAt_ForEveryReader_IsOfTheFirstSubmission()
    {
        var trail = Trail("Save Submit Approve");

        Assert.Equal(trail.Versions[1].Recorded.At, trail.SubmittedAt);
        Assert.All([TaskReportReader.Reviewer, TaskReportReader.Public], reader => Assert.Equal(trail.SubmittedAt, trail.For(reader)!.SubmittedAt));
    }

    [Fact]
    public void Approved_OpenedAgain_CountsUntilItIsApprovedAnew()
    {
        Assert.Equal(2, Trail("Submit Approve Reopen Save").Approved?.Number);
        Assert.Equal(5, Trail("Submit Approve Reopen Submit Approve").Approved?.Number);
        Assert.Null(Trail("Submit Return").Approved);
    }

    [Fact]
    public void ReturnReason_WhileItIsPutRight_IsTheLastOne()
    {
        Assert.Equal("原因4", Trail("Submit Return Submit Return Save").ReturnReason);
        Assert.Null(Trail("Submit Return Submit").ReturnReason);
    }

    [Fact]
    public void SubmittedAt_ReturnedAndSubmittedAgain_IsTheFirst() => Assert.Equal(Begin.AddHours(2), Trail("Save Submit Return Submit").SubmittedAt);

    private static string Words(TaskReportTrail? trail) => string.Join(' ', trail?.Versions.Select(version => version.Step) ?? []);

    private static TaskReportTrail Trail(string steps)
    {
        TaskReportStatus? status = null;
        var versions = steps.Split(' ').Select((word, i) =>
        {
            var step = Enum.Parse<TaskReportStep>(word);
            status = step.Leads(status) ?? throw new InvalidOperationException($"{step} from {status}");
            return new TaskReportVersion
            {
                ReportId = 1,
                Number = i + 1,
                Step = step,
                Status = status.Value,
                Statement = new TaskStatement(TaskState.OnSchedule, "完成管网普查120公里。", null, null),
                Reason = step.NeedsReason() ? $"原因{i + 1}" : null,
                Recorded = new Recording(Begin.AddHours(i + 1), null, "张三"),
            };
        });
        return new TaskReportTrail(new TaskReportKey(7, "zhujian", new Quarter(2025, 3)), [.. versions]);
    }
}
