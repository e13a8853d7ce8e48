using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>
/// Tells tokens that somebody has from made-up ones, by their hashes as of a moment ago: however many are tried, the
/// database is asked once in a while. Lets nobody in; that is <see cref="TokenService"/>'s.
/// </summary>
public sealed class LiveTokens(IDbContextFactory<GreenDevDbContext> contexts, TimeProvider time)
{
    /// <summary>How long a reading is believed; so long may a token just made stay unknown.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<HashSet<string>>? reading;
    private long readAt;

    /// <summary>Whether a token was neither revoked nor had run out.</summary>
    public async Task<bool> ContainAsync(string token) => (await HashesAsync()).Contains(Key(TokenService.HashOf(token)));

    private Task<HashSet<string>> HashesAsync()
    {
        lock (gate)
        {
            if (reading is null || time.GetElapsedTime(readAt) >= Believed)
            {
                // Also one that failed is believed: a database that is away is not asked more often.
                (reading, readAt) = (ReadAsync(), time.GetTimestamp());
            }

            return reading;
        }
    }

    private async Task<HashSet<string>> ReadAsync()
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var hashes = await db.ApiTokens.Where(token => token.RevokedAt == null && token.ExpiresAt > now).Select(token => token.Hash).ToListAsync();
        return [.. hashes.Select(Key)];
    }

    private static string Key(byte[] hash) => Convert.ToHexString(hash);
}
