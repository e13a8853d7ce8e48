using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Setup;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Setup;

/// <summary>A server that may lose what it has confirmed is refused; that of the tests is one.</summary>
public sealed class DurabilityTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Prepare_ServerThatMayLoseData_IsRefusedAndSaysWhichSettingToChange()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddGreenDevApplication(await postgres.CreateDatabaseAsync(), TimeZoneInfo.Utc, null)
            .BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<UnsafeDatabaseException>(
            () => services.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None));

        Assert.Contains("fsync 设置为 off", refused.Message, StringComparison.Ordinal);
    }
}
