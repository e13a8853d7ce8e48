using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Application.Tests.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.TaskProgress;

/// <summary>What the pages of tasks and of messages ask the database, on the demo's full data.</summary>
public sealed class TaskStatementsTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    private static readonly Quarter Last = new(2025, 4);

    [Fact]
    public async Task ProgressPage_AnyReader_TakesThreeAndFourStatements()
    {
        foreach (var (role, department) in new[] { (UserRole.Bureau, null), (UserRole.DepartmentReviewer, "shengtai"), (UserRole.Leader, (string?)null) })
        {
            var reader = await TestPeople.AddAsync(demo.Services, role, departmentId: department);

            Assert.Equal(3, await CountAsync<TaskProgressQueries>(queries => queries.OverviewAsync(reader, Last, CancellationToken.None)));
            Assert.Equal(4, await CountAsync<TaskEvidenceQueries>(queries => queries.OfQuarterAsync(reader, Last, CancellationToken.None)));
            Assert.Equal(4, await CountAsync<TaskProgressQueries>(queries => queries.FiguresAsync(reader, Last, asOf: null, CancellationToken.None)));
            Assert.Equal(4, await CountAsync<TaskProgressQueries>(queries => queries.HistoryAsync(reader, 20, asOf: null, CancellationToken.None)));
        }
    }

    [Fact]
    public async Task MessagesPage_TakesTwoStatementsEach()
    {
        var admin = await TestPeople.AddAsync(demo.Services, UserRole.Admin);

        Assert.Equal(2, await CountAsync<MessageQueries>(queries => queries.ChannelsAsync(admin, CancellationToken.None)));
        Assert.Equal(2, await CountAsync<MessageQueries>(queries => queries.PageAsync(admin, new MessageFilter(null, null, ""), 0, 50, CancellationToken.None)));
    }

    private async Task<int> CountAsync<T>(Func<T, Task> read)
        where T : notnull
    {
        var queries = demo.Services.GetRequiredService<T>();
        await read(queries);
        return await demo.Statements.DuringAsync(() => read(queries));
    }
}
