using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>The real portal on a loopback port over a database of its own, with a person of every role and a token for each.</summary>
public sealed class ApiPortal(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Naiman = "150525";
    public const string Kailu = "150523";
    public const string City = "150500";

    private readonly string folder = Directory.CreateTempSubdirectory("greendev-api-").FullName;
    private PortalFactory factory = null!;
    private StatementCounter counter = null!;

    public StandingTime Time { get; } = new(new DateTimeOffset(2024, 10, 9, 2, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => factory.Services;

    public Uri Address => factory.ClientOptions.BaseAddress;

    /// <summary>Statements the portal has sent so far.</summary>
    public int Statements => counter.Count;

    public ApiClient Anonymous { get; private set; } = null!;

    /// <summary>填报员 of 奈曼旗.</summary>
    public ApiClient Clerk { get; private set; } = null!;

    /// <summary>县级审核员 of 奈曼旗.</summary>
    public ApiClient CountyReviewer { get; private set; } = null!;

    /// <summary>填报员 of 开鲁县.</summary>
    public ApiClient ForeignClerk { get; private set; } = null!;

    /// <summary>市生态环境局, which leads #2 only.</summary>
    public ApiClient Department { get; private set; } = null!;

    public ApiClient Bureau { get; private set; } = null!;

    public ApiClient Leader { get; private set; } = null!;

    public ApiClient Admin { get; private set; } = null!;

    public ApiClient Auditor { get; private set; } = null!;

    public ApiClient Of(UserRole role) => role switch
    {
        UserRole.Clerk => Clerk,
        UserRole.CountyReviewer => CountyReviewer,
        UserRole.DepartmentReviewer => Department,
        UserRole.Bureau => Bureau,
        UserRole.Leader => Leader,
        UserRole.Admin => Admin,
        UserRole.Auditor => Auditor,
    };

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDatabaseAsync();
        counter = new StatementCounter(connection);
        factory = new PortalFactory(connection, folder, Time);
        factory.UseKestrel(0);
        factory.StartServer();
        Anonymous = new ApiClient(factory.CreateClient());
        Clerk = await SignUpAsync(UserRole.Clerk, unit: Naiman);
        CountyReviewer = await SignUpAsync(UserRole.CountyReviewer, unit: Naiman);
        ForeignClerk = await SignUpAsync(UserRole.Clerk, unit: Kailu);
        Department = await SignUpAsync(UserRole.DepartmentReviewer, department: "shengtai");
        Bureau = await SignUpAsync(UserRole.Bureau);
        Leader = await SignUpAsync(UserRole.Leader);
        Admin = await SignUpAsync(UserRole.Admin);
        Auditor = await SignUpAsync(UserRole.Auditor);
    }

    /// <summary>One more person with a token.</summary>
    public async Task<ApiClient> SignUpAsync(UserRole role, string? unit = null, string? department = null)
    {
        var caller = await TestPeople.AddAsync(Services, role, unit, department);
        var token = await Services.GetRequiredService<TokenService>().CreateAsync(caller, "test", 30, CancellationToken.None);
        var client = factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return new ApiClient(client) { Token = token.Token };
    }

    /// <summary>Opens a quarter for entry.</summary>
    public async Task OpenAsync(string period, string due) =>
        (await Bureau.PostAsync($"/api/v1/periods/{period}/open", new { due })).RequireOk();

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        counter.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
