using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Tests.Data;

/// <summary>What <c>dotnet ef migrations has-pending-model-changes</c> asks, of the context that the tool itself gets.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void Model_AgainstItsMigrations_HasNothingPending()
    {
        using var db = new DesignTimeDbContextFactory().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }
}
