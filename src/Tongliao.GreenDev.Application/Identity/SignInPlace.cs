using System.Net;
using System.Net.Sockets;

namespace Tongliao.GreenDev.Application.Identity;

/// <summary>
/// An address from which somebody tried to sign in to an account. Failures are counted per account and place, so that a
/// stranger's wrong passwords lock the stranger out and not the owner.
/// </summary>
public sealed class SignInPlace
{
    /// <summary>How long a place is known after the last sign-in from it.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);

    private const int NetworkBytes = 8;

    public required Guid UserId { get; init; }

    /// <summary>As <see cref="NameOf"/> gives it.</summary>
    public required string Place { get; init; }

    /// <summary>In a row, none longer than a lock before the next.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? LastFailedAt { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public DateTimeOffset? LastSignInAt { get; private set; }

    /// <summary>An IPv4 address, or the network of an IPv6 one, within which a visitor picks addresses at will.</summary>
    public static string NameOf(string address)
    {
        if (!IPAddress.TryParse(address, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = parsed.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Whether the account signed in from here lately.</summary>
    public bool IsKnown(DateTimeOffset now) => LastSignInAt + KnownFor > now;

    /// <summary>Failures that count against the account as a whole.</summary>
    public int RecentFailures(SignInsOptions limits, DateTimeOffset now) => LastFailedAt?.AddMinutes(limits.LockMinutes) > now ? Failures : 0;

    /// <summary>Whether nothing here matters any more.</summary>
    public bool IsSpent(SignInsOptions limits, DateTimeOffset now) =>
        !IsKnown(now) && RecentFailures(limits, now) == 0;

    /// <summary>Counts a failure.</summary>
    /// <returns>Whether it locked the place.</returns>
    public bool Fail(SignInsOptions limits, DateTimeOffset now)
    {
        if (RecentFailures(limits, now) == 0)
        {
            Clear();
        }

        Failures++;
        LastFailedAt = now;
        if (Failures < limits.MaximumFailures)
        {
            return false;
        }

        LockedUntil = now.AddMinutes(limits.LockMinutes);
        return true;
    }

    /// <summary>Takes one counted failure back, and the lock if it was that one that set it.</summary>
    public void TakeBack(bool locked)
    {
        Failures = Math.Max(0, Failures - 1);
        LockedUntil = locked ? null : LockedUntil;
    }

    /// <summary>Somebody proved to be the owner.</summary>
    public void SignIn(DateTimeOffset now)
    {
        Clear();
        LastSignInAt = now;
    }

    /// <summary>Forgets the failures.</summary>
    public void Clear()
    {
        Failures = 0;
        LastFailedAt = null;
        LockedUntil = null;
    }
}
