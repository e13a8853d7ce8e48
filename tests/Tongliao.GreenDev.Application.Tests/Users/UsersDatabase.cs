using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Users.Passwords;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Users;

/// <summary>A database for one test class, the services over it, a clock to move and an administrator.</summary>
public sealed class UsersDatabase : IAsyncLifetime
{
    public const string Address = "10.1.2.3";

    public const int RefusalMilliseconds = 600;

    private readonly PostgresFixture postgres;
    private ServiceProvider? services;

    public UsersDatabase(PostgresFixture postgres)
    {
        this.postgres = postgres;
        Time = new HurryingTime(new DateTimeOffset(2025, 10, 9, 1, 0, 0, TimeSpan.Zero));
        Hasher = new CountingHasher(Time);
    }

    public FakeTimeProvider Time { get; }

    public CountingHasher Hasher { get; }

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
        await Users.ChangeOwnPasswordAsync(caller, new OwnPassword(created.OneTimePassword, password), CancellationToken.None);
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

    /// <summary>Few rounds, each password that reaches it counted, and time passing as with the real one.</summary>
    public sealed class CountingHasher(FakeTimeProvider time)
        : PasswordHasher<GreenDevUser>(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 }))
    {
        private int verified;

        public int Verified => verified;

        /// <summary>What a verification costs on the test's clock.</summary>
        public TimeSpan Cost { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(GreenDevUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref verified);
            time.Advance(Cost);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    /// <summary>Whoever waits is served at once, and the clock shows that they waited.</summary>
    private sealed class HurryingTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Advance(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}

/// <summary>Somebody whose password the test knows.</summary>
public sealed record KnownUser(Caller Caller, string LoginName, string Password)
{
    public const string FirstPassword = "Vq7-mTz4-kWx9-hRb2";
}
