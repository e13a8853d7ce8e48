using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Files;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>Stores what files contain, once for all that are the same.</summary>
internal static class EvidenceContents
{
    /// <returns>The hash by which it is found.</returns>
    public static async Task<byte[]> StoreAsync(WriteScope scope, CheckedFile file, byte[] content)
    {
        byte[] hash = [.. file.Hash];
        await scope.Db.Database.ExecuteSqlAsync(
            $"INSERT INTO evidence_contents (hash, content) VALUES ({hash}, {content}) ON CONFLICT DO NOTHING", scope.CancellationToken);
        return hash;
    }
}
