using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class FirstAdministratorTests(PostgresFixture postgres)
{
    [Fact]
    public async Task CreateFirstAdministrator_NewInstallation_IsAdmin()
    {
        await using var services = await ServicesAsync();

        Assert.Equal("admin", (await CreateAsync(services))!.LoginName);
        Assert.Null(await CreateAsync(services));
    }

    [Fact]
    public async Task CreateFirstAdministrator_NameTakenByOthers_IsTheNextFreeName()
    {
        await using var services = await ServicesAsync();
        var users = services.GetRequiredService<UserService>();
        foreach (var name in new[] { "Admin", "admin2" })
        {
            await users.CreateAsSystemAsync(new NewUser(name, "李四海", new Office(UserRole.Leader, null, null)), CancellationToken.None);
        }

        Assert.Equal("admin3", (await CreateAsync(services))!.LoginName);
    }

    [Fact]
    public async Task CreateFirstAdministrator_PasswordBreaksARule_SaysThatItIsThePassword()
    {
        await using var services = await ServicesAsync();

        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => services.GetRequiredService<UserService>().CreateFirstAdministratorAsync("short", CancellationToken.None));

        Assert.Equal("password", Assert.Single(refusal.Errors).Field);
    }

    private static Task<CreatedUser?> CreateAsync(IServiceProvider services) =>
        services.GetRequiredService<UserService>().CreateFirstAdministratorAsync(password: null, CancellationToken.None);

    private async Task<ServiceProvider> ServicesAsync() =>
        PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
}
