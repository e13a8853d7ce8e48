using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>What the bureau does in an island, each test with a portal of its own: what is locked in one stays locked.</summary>
public abstract class BureauTests(PostgresFixture postgres) : IAsyncLifetime
{
    protected AccountPortal Portal { get; } = new(postgres);

    protected Caller Bureau { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        (Bureau, _) = await Portal.UserAsync(UserRole.Bureau);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Portal.DisposeAsync();
    }
}
