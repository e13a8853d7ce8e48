namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>任务进展 by programs: from the department's draft to the bureau's approval.</summary>
public sealed class TaskReportApiTests(ApiPortal portal) : IClassFixture<ApiPortal>, IAsyncLifetime
{
    private const string Report = "/api/v1/tasks/20/progress/shengtai/2024Q3";
    private const string Done = "完成3个片区雨污分流改造。";

    public async ValueTask InitializeAsync() => await portal.OpenAsync("2024Q3", "2024-10-08");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Report_SavedSubmittedReturnedWithdrawnApproved_IsLateForEverybody()
    {
        (await portal.Department.PutAsync(Report, new { state = "OnSchedule", done = "正在汇总", version = 0 })).RequireOk();
        (await portal.Department.PutAsync(Report, new { state = "OnSchedule", done = "同时在写", version = 0 })).RequireProblem(409, "stale_version");
        Assert.Equal("Waiting", await StatusAsync(portal.Department, "submit", new { state = "OnSchedule", done = Done, version = 1 }));
        (await portal.Bureau.PostAsync($"{Report}/approve", new { })).RequireProblem(422, "versions_required");
        (await portal.Bureau.PostAsync($"{Report}/approve", new { version = 1 })).RequireProblem(409, "stale_version");
        Assert.Equal("Returned", await StatusAsync(portal.Bureau, "return", new { reason = "请补充项目清单", version = 2 }));
        Assert.Equal("Waiting", await StatusAsync(portal.Department, "submit", new { state = "OnSchedule", done = $"{Done}清单附后。" }));
        Assert.Equal("Draft", await StatusAsync(portal.Department, "withdraw", new { version = 4 }));
        Assert.Equal("Waiting", await StatusAsync(portal.Department, "submit", new { state = "OnSchedule", done = Done }));
        Assert.Equal("Approved", await StatusAsync(portal.Bureau, "approve", new { version = 6 }));

        foreach (var reader in new[] { portal.Department, portal.Bureau, portal.Leader })
        {
            var line = (await reader.GetAsync("/api/v1/tasks/progress?period=2024Q3")).RequireOk().Json["tasks"]!.AsArray()
                .Single(task => (int)task!["task"]! == 20 && (string)task["department"]! == "shengtai")!;
            Assert.Equal(("Approved", true, false), ((string)line["status"]!, (bool)line["late"]!, (bool)line["overdue"]!));
        }

        Assert.Equal("Returned", await StatusAsync(portal.Bureau, "reopen", new { reason = "数字有误，请更正" }));
    }

    private static async Task<string> StatusAsync(ApiClient client, string step, object body) =>
        (string)(await client.PostAsync($"{Report}/{step}", body)).RequireOk().Json["status"]!;
}
