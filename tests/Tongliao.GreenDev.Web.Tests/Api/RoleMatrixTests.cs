using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>Who is refused where. Endpoints are found by reflection: one without a row here fails.</summary>
public sealed class RoleMatrixTests(ApiPortal portal) : IClassFixture<ApiPortal>, IAsyncLifetime
{
    private const string Value = $"/api/v1/values/{ApiPortal.Naiman}/2024Q3/2";
    private const string Report = $"/api/v1/reports/{ApiPortal.Naiman}/2024Q3";
    private const string AnyDecision =
        """{"terms":["tolerance.3~2.5"],"effectiveFrom":"2024-01-01","document":"通政办发〔2024〕1号","decidedBy":"市人民政府办公室","reason":"上级目标调整"}""";
    private const string OneReport = "/api/v1/tasks/{number:int}/progress/{department}/{period}";
    private const string TaskReport = "/api/v1/tasks/20/progress/shengtai/2024Q3";
    private const string AnyTarget = """{"value":6,"document":"x","effectiveFrom":"2024-01-01"}""";
    private const string AnyArrangement = """{"measures":"完成3个小区管网改造","owner":"旗住建局 张某","dueOn":"2099-12-31"}""";

    private static readonly UserRole[] Everybody = Enum.GetValues<UserRole>();
    private static readonly UserRole[] Readers = [.. Everybody.Where(role => role != UserRole.Auditor)];
    private static readonly UserRole[] Reviewers = [UserRole.CountyReviewer, UserRole.DepartmentReviewer, UserRole.Bureau];

    private static readonly UserRole[] Arrangers = [UserRole.Clerk, UserRole.CountyReviewer, UserRole.Bureau];

    private static readonly Guarded[] Rows =
    [
        new("GET /api/v1/plan", "/api/v1/plan", Everybody),
        new("GET /api/v1/periods", "/api/v1/periods", Everybody),
        new("POST /api/v1/periods/{period}/open", "/api/v1/periods/2025Q4/open", [UserRole.Bureau], """{"due":"2026-01-15"}"""),
        new("POST /api/v1/periods/{period}/close", "/api/v1/periods/2025Q3/close", [UserRole.Bureau]) { Status = 409, Code = "wrong_state" },
        new("POST /api/v1/periods/{period}/lock", "/api/v1/periods/2025Q3/lock", [UserRole.Bureau]) { Status = 409, Code = "wrong_state" },
        new("GET /api/v1/values", $"/api/v1/values?period=2024Q3&region={ApiPortal.Naiman}", Readers) { IsOfCounty = true },
        new("PUT /api/v1/values/{region}/{period}/{indicator:int}", Value, [UserRole.Clerk], """{"inputs":{},"version":0}""") { IsOfCounty = true },
        new("GET /api/v1/values/{region}/{period}/{indicator:int}/history", $"{Value}/history", Readers) { IsOfCounty = true },
        new("GET /api/v1/values/{region}/{period}/{indicator:int}/evidence", $"{Value}/evidence", Readers) { IsOfCounty = true },
        new("GET /api/v1/evidence/{id:long}", "/api/v1/evidence/999999", Readers) { Status = 404, Code = "not_found" },
        new("DELETE /api/v1/evidence/{id:long}", "/api/v1/evidence/999999", Readers) { Status = 404, Code = "not_found" },
        new("POST /api/v1/values/{region}/{period}/{indicator:int}/evidence", $"{Value}/evidence", [UserRole.Clerk]) { IsOfCounty = true, IsUpload = true },
        new("POST /api/v1/reports/{region}/{period}/check", $"{Report}/check", Readers) { IsOfCounty = true },
        new("POST /api/v1/reports/{region}/{period}/submit", $"{Report}/submit", [UserRole.Clerk]) { IsOfCounty = true, Status = 422, Code = "not_submittable" },
        new("POST /api/v1/reports/{region}/{period}/withdraw", $"{Report}/withdraw", [UserRole.Clerk]) { IsOfCounty = true, Status = 409, Code = "wrong_status" },
        new("POST /api/v1/reports/{region}/{period}/approve", $"{Report}/approve", Reviewers) { IsOfCounty = true, Status = 422, Code = "versions_required" },
        new("POST /api/v1/reports/{region}/{period}/return", $"{Report}/return", Reviewers, """{"reason":"x"}""") { IsOfCounty = true, Status = 422, Code = "reason_too_short" },
        new("POST /api/v1/reports/{region}/{period}/reopen", $"{Report}/reopen", [UserRole.Bureau], """{"reason":"x"}""") { IsOfCounty = true, Status = 422, Code = "reason_too_short" },
        new("GET /api/v1/progress", "/api/v1/progress?period=2024Q3", Readers),
        new("GET /api/v1/tasks/progress", "/api/v1/tasks/progress?period=2024Q3", Readers),
        new("GET /api/v1/tasks/{number:int}/progress", "/api/v1/tasks/7/progress", Readers),
        new($"PUT {OneReport}", TaskReport, [UserRole.DepartmentReviewer], """{"state":"OnSchedule","done":"正在汇总"}"""),
        new($"POST {OneReport}/submit", $"{TaskReport}/submit", [UserRole.DepartmentReviewer], "{}") { Status = 422, Code = "task_report_invalid" },
        new($"POST {OneReport}/withdraw", $"{TaskReport}/withdraw", [UserRole.DepartmentReviewer], "{}") { Status = 409, Code = "wrong_status" },
        new($"POST {OneReport}/approve", $"{TaskReport}/approve", [UserRole.Bureau], """{"version":1}""") { Status = 409, Code = "wrong_status" },
        new($"POST {OneReport}/return", $"{TaskReport}/return", [UserRole.Bureau], """{"reason":"请补充项目清单"}""") { Status = 409, Code = "wrong_status" },
        new($"POST {OneReport}/reopen", $"{TaskReport}/reopen", [UserRole.Bureau], """{"reason":"请补充项目清单"}""") { Status = 409, Code = "wrong_status" },
        new("GET /api/v1/commitments", "/api/v1/commitments", Readers),
        new("GET /api/v1/ratings", "/api/v1/ratings?period=2024Q3", Readers),
        new("GET /api/v1/ratings/{region}/{period}/{indicator:int}", $"/api/v1/ratings/{ApiPortal.Naiman}/2024Q3/2", Readers),
        new("GET /api/v1/releases", "/api/v1/releases", Readers),
        new("GET /api/v1/releases/{period}/{number:int}", "/api/v1/releases/2024Q3/1", Readers) { Status = 404, Code = "not_found" },
        new("GET /api/v1/rectifications", "/api/v1/rectifications", Readers),
        new("PUT /api/v1/rectifications/{region}/{period}/{indicator:int}", $"/api/v1/rectifications/{ApiPortal.Naiman}/2024Q3/10", Arrangers, AnyArrangement)
        {
            IsOfCounty = true, Status = 409, Code = "wrong_state",
        },
        new("POST /api/v1/ratings/preview", "/api/v1/ratings/preview", Everybody, $$"""{"indicator":2,"region":"{{ApiPortal.Naiman}}","period":"2024Q3"}"""),
        new("GET /api/v1/baselines", "/api/v1/baselines", Readers),
        new("PUT /api/v1/baselines/{region}/{indicator:int}", $"/api/v1/baselines/{ApiPortal.Naiman}/16", [UserRole.Bureau], """{"inputs":{"amount":1}}"""),
        new("GET /api/v1/baseline-filings", "/api/v1/baseline-filings", Readers),
        new("PUT /api/v1/baseline-filings/{region}/{indicator:int}", $"/api/v1/baseline-filings/{ApiPortal.Naiman}/15", [UserRole.Clerk], """{"inputs":{"amount":1},"ground":"2023年城建统计年报"}""") { IsOfCounty = true },
        new("POST /api/v1/baseline-filings/{region}/{indicator:int}/adopt", $"/api/v1/baseline-filings/{ApiPortal.Naiman}/20/adopt", [UserRole.Bureau], "{}") { Status = 409, Code = "wrong_state" },
        new("POST /api/v1/baseline-filings/{region}/{indicator:int}/return", $"/api/v1/baseline-filings/{ApiPortal.Naiman}/20/return", [UserRole.Bureau], """{"reason":"与年鉴不一致"}""") { Status = 409, Code = "wrong_state" },
        new("GET /api/v1/targets", "/api/v1/targets", Readers),
        new("PUT /api/v1/targets/{region}/{indicator:int}/{year:int}", $"/api/v1/targets/{ApiPortal.Naiman}/20/2024", [UserRole.Bureau], AnyTarget),
        new("GET /api/v1/rules", "/api/v1/rules", Everybody),
        new("GET /api/v1/rules/trial", "/api/v1/rules/trial", Readers),
        new("POST /api/v1/rules/decisions", "/api/v1/rules/decisions", [UserRole.Bureau], AnyDecision),
        new("GET /api/v1/tokens", "/api/v1/tokens", Everybody),
        new("POST /api/v1/tokens", "/api/v1/tokens", Everybody, """{"name":"x","days":1}""") { Status = 201 },
        new("DELETE /api/v1/tokens/{id:guid}", "/api/v1/tokens/0192f3a1-7c1e-7b42-9d55-2f6a3c8e1b70", Everybody) { Status = 404, Code = "not_found" },
        new("GET /api/v1/users", "/api/v1/users", [UserRole.Admin]),
        new("POST /api/v1/users", "/api/v1/users", [UserRole.Admin], """{"name":"new.leader","displayName":"李四","role":"leader"}""") { Status = 201 },
        new("POST /api/v1/users/{name}/reset-password", "/api/v1/users/nobody/reset-password", [UserRole.Admin]) { Status = 404, Code = "not_found" },
        new("POST /api/v1/users/{name}/disable", "/api/v1/users/nobody/disable", [UserRole.Admin]) { Status = 404, Code = "not_found" },
        new("POST /api/v1/users/{name}/enable", "/api/v1/users/nobody/enable", [UserRole.Admin]) { Status = 404, Code = "not_found" },
        new("GET /api/v1/audit", "/api/v1/audit", [UserRole.Auditor]),
        new("POST /api/v1/files/verify", "/api/v1/files/verify", Readers) { IsUpload = true, Status = 422, Code = "invalid_file" },
        new("GET /exports/reference-sheet.xlsx", "/exports/reference-sheet.xlsx", [UserRole.Bureau]),
        new("GET /exports/report.xlsx", $"/exports/report.xlsx?region={ApiPortal.Naiman}&period=2024Q3", [UserRole.Clerk]) { IsOfCounty = true },
        new("GET /exports/ledger.xlsx", "/exports/ledger.xlsx?period=2024Q3", Readers),
        new("GET /exports/bulletin.docx", "/exports/bulletin.docx?period=2024Q3", Readers) { Status = 404, Code = "not_found" },
        new("GET /exports/bulletin-draft.docx", "/exports/bulletin-draft.docx?period=2024Q3", [UserRole.Bureau]),
        new("GET /exports/alert-slip.docx", $"/exports/alert-slip.docx?region={ApiPortal.Naiman}&period=2024Q3&indicator=2", [UserRole.Bureau]) { Status = 409, Code = "wrong_state" },
        new("GET /exports/annex.xlsx", "/exports/annex.xlsx?period=2024Q3", Readers),
    ];

    public static TheoryData<string> All { get; } = [.. Rows.Select(row => row.Endpoint)];

    public static TheoryData<string> OfCounties { get; } = [.. Rows.Where(row => row.IsOfCounty).Select(row => row.Endpoint)];

    public static TheoryData<string, UserRole> Refused { get; } =
        [.. from row in Rows from role in Everybody.Except(row.Allowed) select new TheoryDataRow<string, UserRole>(row.Endpoint, role)];

    public static TheoryData<string, UserRole> Allowed { get; } =
        [.. from row in Rows from role in row.Allowed select new TheoryDataRow<string, UserRole>(row.Endpoint, role)];

    public async ValueTask InitializeAsync() => await portal.OpenAsync("2024Q3", "2024-10-15");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Rows_CoverEveryEndpoint()
    {
        var mapped = portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } route
                && (route.StartsWith("/api/", StringComparison.Ordinal) || route.StartsWith("/exports/", StringComparison.Ordinal)))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"))
            .ToList();

        Assert.Equal(Rows.Select(row => row.Endpoint).Order(), mapped.Order());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Call_OutsideTheRole_IsRefusedAndChangesNothing(string endpoint, UserRole role)
    {
        var before = await StateAsync();

        (await CallAsync(endpoint, portal.Of(role))).RequireProblem(403, "forbidden");

        Assert.Equal(before with { Refusals = before.Refusals + 1 }, await StateAsync());
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task Call_WithinTheRole_AnswersAsItsRowSays(string endpoint, UserRole role)
    {
        var row = Rows.Single(row => row.Endpoint == endpoint);

        var answer = await CallAsync(endpoint, portal.Of(role));

        Assert.Equal((row.Status, row.Code), ((int)answer.Status, row.Code is null ? null : answer.Code));
    }

    [Theory]
    [MemberData(nameof(OfCounties))]
    public async Task Call_ForAnotherCounty_AnswersLikeAnAbsentOne(string endpoint)
    {
        var before = await StateAsync();

        (await CallAsync(endpoint, portal.ForeignClerk)).RequireProblem(404, "not_found");

        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Call_WithoutToken_Is401(string endpoint) =>
        (await CallAsync(endpoint, portal.Anonymous)).RequireProblem(401, "unauthenticated");

    private static async Task<ApiAnswer> CallAsync(string endpoint, ApiClient client)
    {
        var row = Rows.Single(row => row.Endpoint == endpoint);
        var method = HttpMethod.Parse(endpoint.Split(' ')[0]);
        using var upload = row.IsUpload ? new MultipartFormDataContent { { new ByteArrayContent(SampleFiles.Pdf()), "file", "a.pdf" } } : null;
        return row.Body is { } body ? await client.SendTextAsync(method, row.Address, body) : await client.SendAsync(method, row.Address, upload);
    }

    /// <summary>Every change leaves an audit row or a revision, every refusal for want of the role a row of its own.</summary>
    private async Task<State> StateAsync()
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var refusals = await db.AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.AccessRefused);
        return new State(await db.AuditEvents.CountAsync() - refusals, await db.Revisions.CountAsync(), refusals);
    }

    private sealed record State(int Changes, int Revisions, int Refusals);

    private sealed record Guarded(string Endpoint, string Address, UserRole[] Allowed, string? Body = null)
    {
        /// <summary>Another county's people must not learn that it is there.</summary>
        public bool IsOfCounty { get; init; }

        /// <summary>Takes a file.</summary>
        public bool IsUpload { get; init; }

        /// <summary>What each allowed role is answered; no row depends on what another one did.</summary>
        public int Status { get; init; } = 200;

        /// <summary>Why, where the call is let in but cannot be done as it is sent.</summary>
        public string? Code { get; init; }
    }
}
