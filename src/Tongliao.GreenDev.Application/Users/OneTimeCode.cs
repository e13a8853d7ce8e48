using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Six digits that an authenticator app shows for thirty seconds (动态口令, RFC 6238).</summary>
public static class OneTimeCode
{
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>The thirty-second step of an instant.</summary>
    public static long StepOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    public static string At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // Authenticator apps know HMAC-SHA1 only; RFC 6238 rests on no collision resistance.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var binary = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (binary % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is: now, the one before or the one after, and later than the last one used.</summary>
    public static long? Match(byte[] key, string? code, DateTimeOffset now, long? lastUsed)
    {
        var digits = new string([.. TypedText.Sought(code).Where(c => !char.IsWhiteSpace(c))]);
        var current = StepOf(now);
        long? match = null;
        foreach (var step in new[] { current - 1, current, current + 1 })
        {
            var isSame = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(At(key, step)), System.Text.Encoding.UTF8.GetBytes(digits));
            if (isSame && step > (lastUsed ?? long.MinValue))
            {
                match = step;
            }
        }

        return match;
    }
}
