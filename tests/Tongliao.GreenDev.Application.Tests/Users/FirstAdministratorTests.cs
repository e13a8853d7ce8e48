using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class FirstAdministratorTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Ensure_NewInstallation_IsAdmin()
    {
        await using var services = await ServicesAsync();

        Assert.Equal("admin", (await EnsureAsync(services))!.LoginName);
    }

    [Fact]
    public async Task Ensure_NobodyHasSignedIn_GivesANewPasswordThatWorks()
    {
        await using var services = await ServicesAsync();
        var first = (await EnsureAsync(services))!;
        var second = (await EnsureAsync(services))!;

        Assert.Equal(first.Id, second.Id);
        Assert.IsType<SignInAnswer.Refused>(await SignInAsync(services, first));
        Assert.True(Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(services, second)).User.MustChangePassword);

        Assert.Null(await EnsureAsync(services));
    }

    [Fact]
    public async Task Ensure_PasswordConfigured_StaysWhatItIs()
    {
        await using var services = await ServicesAsync();
        var administrators = services.GetRequiredService<FirstAdministratorService>();
        await EnsureAsync(services);
        for (var start = 0; start < 3; start++)
        {
            var administrator = (await administrators.EnsureAsync(KnownUser.FirstPassword, CancellationToken.None))!;
            Assert.Equal(KnownUser.FirstPassword, administrator.OneTimePassword);
        }

        var resets = await (await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync())
            .AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.PasswordReset);
        Assert.Equal(1, resets);
    }

    [Fact]
    public async Task Ensure_AdministratorOfTheCommandLine_KeepsTheirPassword()
    {
        await using var services = await ServicesAsync();
        var made = await services.GetRequiredService<UserService>().CreateAsSystemAsync(
            new NewUser("admin", "李四海", new Office(UserRole.Admin, null, null)), plan: null, CancellationToken.None);

        Assert.Null(await EnsureAsync(services));
        Assert.IsType<SignInAnswer.Accepted>(await SignInAsync(services, made));
    }

    [Fact]
    public async Task Ensure_NameTakenByOthers_IsTheNextFreeName()
    {
        await using var services = await ServicesAsync();
        var users = services.GetRequiredService<UserService>();
        foreach (var name in new[] { "Admin", "admin2" })
        {
            await users.CreateAsSystemAsync(new NewUser(name, "李四海", new Office(UserRole.Leader, null, null)), plan: null, CancellationToken.None);
        }

        Assert.Equal("admin3", (await EnsureAsync(services))!.LoginName);
    }

    [Fact]
    public async Task Ensure_PasswordBreaksARule_SaysThatItIsThePassword()
    {
        await using var services = await ServicesAsync();

        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => services.GetRequiredService<FirstAdministratorService>().EnsureAsync("short", CancellationToken.None));

        Assert.Equal("password", Assert.Single(refusal.Errors).Field);
    }

    private static Task<CreatedUser?> EnsureAsync(IServiceProvider services) =>
        services.GetRequiredService<FirstAdministratorService>().EnsureAsync(password: null, CancellationToken.None);

    private static Task<SignInAnswer> SignInAsync(ServiceProvider services, CreatedUser user) => services.GetRequiredService<SignInService>()
        .WithPasswordAsync(user.LoginName, user.OneTimePassword, UsersDatabase.Address, CancellationToken.None);

    private async Task<ServiceProvider> ServicesAsync() =>
        PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
}
