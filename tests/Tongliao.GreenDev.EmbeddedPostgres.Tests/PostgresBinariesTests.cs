
namespace Tongliao.GreenDev.EmbeddedPostgres.Tests;

public sealed class PostgresBinariesTests
{
    [Fact]
    public async Task Locate_ClusterOfAnotherVersion_NamesOnlyWhatThereIs()
    {
        var fault = await Assert.ThrowsAsync<EmbeddedServerException>(() => PostgresBinaries.LocateAsync(clusterMajor: 9, CancellationToken.None));

        Assert.Contains("数据目录由 PostgreSQL 9 建立", fault.Message, StringComparison.Ordinal);
        Assert.Contains("pg_dump --clean --if-exists", fault.Message, StringComparison.Ordinal);

        // No verbs of the portal, which has none for this.
        Assert.DoesNotMatch(@"\b(backup|restore)\b", fault.Message);
    }
}
