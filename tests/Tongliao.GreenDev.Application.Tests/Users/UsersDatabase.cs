using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Users.Passwords;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Users;

/// <summary>A database for one test class, the services over it, a clock to move and an administrator.</summary>
public sealed class UsersDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Address = "10.1.2.3";

    /// <summary>Long enough for the few rounds of the tests' hasher.</summary>
    public const int RefusalMilliseconds = 80;

    private ServiceProvider? services;

    public TestTimeProvider Time { get; } = new(new DateTimeOffset(2025, 10, 9, 1, 0, 0, TimeSpan.Zero));

    public CountingHasher Hasher { get; } = new();

    public Caller Administrator { get; private set; } = null!;

    public UserService Users => Get<UserService>();

    public SignInService SignIns => Get<SignInService>();

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddGreenDevApplication(await postgres.CreateDatabaseAsync(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"))
            .AddGreenDevUsers()
            .AddSingleton<IPasswordHasher<GreenDevUser>>(Hasher)
            .Configure<SignInsOptions>(options => options.RefusalMilliseconds = RefusalMilliseconds)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Administrator = await TestPeople.AddAsync(services, UserRole.Admin);
    }

    public ValueTask DisposeAsync() => services?.DisposeAsync() ?? ValueTask.CompletedTask;

    public Task<Caller> PersonAsync(UserRole role) => TestPeople.AddAsync(
        services!, role, role.IsCounty() ? "150525" : null, role == UserRole.DepartmentReviewer ? "shuiwu" : null);

    /// <summary>A clerk of 奈曼旗 with a password that works and need not be changed.</summary>
    public async Task<KnownUser> ClerkAsync(string password = KnownUser.FirstPassword)
    {
        var name = $"clerk{Guid.CreateVersion7():N}"[..24];
        var created = await Users.CreateAsync(
            Administrator, new NewUser(name, "李四海", new Office(UserRole.Clerk, "150525", null)), CancellationToken.None);
        var caller = new Caller(created.Id, Address);
        await Users.ChangeOwnPasswordAsync(caller, created.OneTimePassword, password, CancellationToken.None);
        return new KnownUser(caller, created.LoginName, password);
    }

    public async Task<T> ReadAsync<T>(Func<GreenDevDbContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public Task<GreenDevUser> UserAsync(Guid id) => ReadAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Id == id));

    /// <summary>What the audit says of a subject, oldest first.</summary>
    public Task<List<AuditEvent>> AuditAsync(string subject) => ReadAsync(db =>
        db.AuditEvents.AsNoTracking().Where(audit => audit.Subject == subject).OrderBy(audit => audit.Id).ToListAsync());

    /// <summary>Few rounds, and every password that reaches it is counted.</summary>
    public sealed class CountingHasher : PasswordHasher<GreenDevUser>
    {
        private int verified;

        public CountingHasher()
            : base(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 }))
        {
        }

        public int Verified => verified;

        public override PasswordVerificationResult VerifyHashedPassword(GreenDevUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref verified);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

/// <summary>Somebody whose password the test knows.</summary>
public sealed record KnownUser(Caller Caller, string LoginName, string Password)
{
    public const string FirstPassword = "Vq7-mTz4-kWx9-hRb2";
}
