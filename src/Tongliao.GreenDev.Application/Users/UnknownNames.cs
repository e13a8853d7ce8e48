using Microsoft.Extensions.Options;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>
/// Locks login names that nobody has in the same way as those that somebody has, so that neither the answer nor its
/// timing tells which exist. Kept in memory and bounded: nothing hangs on it but that.
/// </summary>
public sealed class UnknownNames(IOptions<SignInsOptions> options)
{
    private const int MaximumNames = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Tries> names = new(StringComparer.Ordinal);

    /// <summary>Counts a try.</summary>
    /// <returns>Whether the name is locked already.</returns>
    public bool IsLocked(string normalisedName, DateTimeOffset now)
    {
        lock (gate)
        {
            var tries = names.GetValueOrDefault(normalisedName);
            if (tries.LockedUntil > now)
            {
                return true;
            }

            MakeRoom();
            var failures = tries.Failures + 1;
            names[normalisedName] = failures < options.Value.MaximumFailures
                ? new Tries(failures, default)
                : new Tries(0, now.AddMinutes(options.Value.LockMinutes));
            return false;
        }
    }

    private void MakeRoom()
    {
        if (names.Count >= MaximumNames)
        {
            names.Clear();
        }
    }

    private readonly record struct Tries(int Failures, DateTimeOffset LockedUntil);
}
