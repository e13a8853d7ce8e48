using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class LastAdministratorTests(UsersDatabase database) : IClassFixture<UsersDatabase>
{
    [Fact]
    public async Task DisableOrDemote_LastAdministrator_Conflict()
    {
        var only = database.Administrator;

        await RefusedAsync(() => database.Users.DisableAsync(only, only.UserId, CancellationToken.None));
        await RefusedAsync(() => database.Users.ChangeOfficeAsync(only, only.UserId, new Office(UserRole.Leader, null, null), CancellationToken.None));
        await database.Users.ChangeOfficeAsync(only, only.UserId, new Office(UserRole.Admin, null, null), CancellationToken.None);

        Assert.False((await database.UserAsync(only.UserId)).IsDisabled);
    }

    [Fact]
    public async Task Disable_TwoAdministratorsEachOtherAtOnce_OneIsLeft()
    {
        for (var round = 0; round < 10; round++)
        {
            var other = await database.PersonAsync(UserRole.Admin);
            await Task.WhenAll(
                TryAsync(() => database.Users.DisableAsync(database.Administrator, other.UserId, CancellationToken.None)),
                TryAsync(() => database.Users.DisableAsync(other, database.Administrator.UserId, CancellationToken.None)));

            var left = await database.ReadAsync(db => db.Users.Where(u => u.Role == UserRole.Admin && !u.IsDisabled).Select(u => u.Id).ToListAsync());
            var administrator = Assert.Single(left);
            if (administrator != database.Administrator.UserId)
            {
                await database.Users.EnableAsync(other, database.Administrator.UserId, CancellationToken.None);
                await database.Users.DisableAsync(database.Administrator, other.UserId, CancellationToken.None);
            }
        }
    }

    [Fact]
    public async Task CreateFirstAdministrator_OneIsThere_Null() =>
        Assert.Null(await database.Get<FirstAdministratorService>().EnsureAsync("Vq7-mTz4-kWx9-hRb2", CancellationToken.None));

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RefusalException)
        {
            // One of the two comes second.
        }
    }

    private static async Task RefusedAsync(Func<Task> act) =>
        Assert.Equal(RefusalKind.Conflict, (await Assert.ThrowsAsync<RefusalException>(act)).Kind);
}
