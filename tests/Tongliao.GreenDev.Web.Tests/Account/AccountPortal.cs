using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Web.Tests.Account;

/// <summary>The real portal in memory over a database of its own, with a clock to move.</summary>
public sealed class AccountPortal(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Password = "Vq7-mTz4-kWx9-hRb2";

    private readonly string folder = Directory.CreateTempSubdirectory("greendev-account-").FullName;
    private PortalFactory factory = null!;
    private PortalFactory? listening;
    private string connection = null!;

    public StandingTime Time { get; } = new(new DateTimeOffset(2025, 10, 9, 1, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => factory.Services;

    public Caller Administrator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        connection = await postgres.CreateDatabaseAsync();
        factory = new PortalFactory(connection, folder, Time);
        Administrator = await TestPeople.AddAsync(factory.Services, UserRole.Admin);
    }

    /// <summary>A browser that keeps cookies and shows redirects.</summary>
    public Browser Open() => new(factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false }));

    /// <summary>The same on a real port, whose server refuses headers that the one in memory lets through.</summary>
    public Browser OpenOnPort()
    {
        if (listening is null)
        {
            listening = new PortalFactory(connection, folder, Time);
            listening.UseKestrel(0);
            listening.StartServer();
        }

        // Not the factory's client, which over a real port follows redirects whatever it is told.
        return new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = listening.ClientOptions.BaseAddress });
    }

    /// <summary>A new account whose first password has not been changed.</summary>
    public async Task<CreatedUser> NewUserAsync(UserRole role = UserRole.Clerk) => await Services.GetRequiredService<UserService>().CreateAsync(
        Administrator,
        new NewUser($"u{Guid.CreateVersion7():N}"[..28], "李四海", new Office(role, role.IsCounty() ? "150525" : null, role == UserRole.DepartmentReviewer ? "shengtai" : null)),
        CancellationToken.None);

    /// <summary>An account with <see cref="Password"/>, ready to work.</summary>
    public async Task<(Caller Caller, string LoginName)> UserAsync(UserRole role = UserRole.Clerk)
    {
        var created = await NewUserAsync(role);
        var caller = new Caller(created.Id, "");
        await Services.GetRequiredService<UserService>().ChangeOwnPasswordAsync(caller, new OwnPassword(created.OneTimePassword, Password), CancellationToken.None);
        return (caller, created.LoginName);
    }

    public async Task<Browser> SignedInAsync(UserRole role = UserRole.Clerk)
    {
        var browser = Open();
        using var answer = await browser.SignInAsync((await UserAsync(role)).LoginName, Password);
        Assert.Equal("/account", Browser.TargetOf(answer));
        return browser;
    }

    /// <summary>Opens, closes and locks every quarter of a year.</summary>
    public async Task LockYearAsync(int year)
    {
        var (bureau, _) = await UserAsync(UserRole.Bureau);
        var periods = Services.GetRequiredService<PeriodService>();
        for (var quarter = new Quarter(year, 1); quarter.Year == year; quarter = quarter.Next)
        {
            await periods.OpenAsync(bureau, quarter, quarter.LastDay.AddDays(15), CancellationToken.None);
            await periods.CloseAsync(bureau, quarter, CancellationToken.None);
            await periods.LockAsync(bureau, quarter, CancellationToken.None);
        }
    }

    public async Task<int> SessionsOfAsync(Guid userId)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.Sessions.CountAsync(session => session.UserId == userId);
    }

    public async ValueTask DisposeAsync()
    {
        await (listening?.DisposeAsync() ?? ValueTask.CompletedTask);
        await factory.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
