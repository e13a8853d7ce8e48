using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>
/// Locks login names that nobody has in the same way as those that somebody has, so that neither the answer nor its
/// timing tells which exist. Kept in memory and bounded: nothing hangs on it but that.
/// </summary>
public sealed class UnknownNames(IOptions<SignInsOptions> options)
{
    private const int MaximumNames = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<SignInPlace>> names = new(StringComparer.Ordinal);

    /// <summary>Counts a try.</summary>
    /// <returns>Whether it must not be made.</returns>
    public bool IsLocked(string normalisedName, string address, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!names.TryGetValue(normalisedName, out var places))
            {
                MakeRoom();
                names[normalisedName] = places = [];
            }

            places.RemoveAll(place => place.IsSpent(options.Value, now));
            return SignInTries.Count(places, Guid.Empty, address, options.Value, now) == TryOutcome.Refused;
        }
    }

    private void MakeRoom()
    {
        if (names.Count >= MaximumNames)
        {
            names.Clear();
        }
    }
}
