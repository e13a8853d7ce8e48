using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Decides whether a password or code may be tried, for accounts and for names that nobody has alike.</summary>
internal static class SignInTries
{
    /// <summary>
    /// Failures from all places that hold back places that are not known. Above what one place may, so that a single stranger
    /// holds back nobody but themselves.
    /// </summary>
    private const int MaximumOfAccount = 10;

    /// <summary>Counts a try as failed before it is made: what is found out later than that can be got round by trying in parallel.</summary>
    /// <param name="places">Those of the account; gets the place where it is new.</param>
    /// <param name="userId">The account.</param>
    /// <param name="address">Where the try comes from.</param>
    /// <param name="limits">How many.</param>
    /// <param name="now">This moment.</param>
    public static TryOutcome Count(ICollection<SignInPlace> places, Guid userId, string address, SignInsOptions limits, DateTimeOffset now)
    {
        var name = SignInPlace.NameOf(address);
        var place = places.SingleOrDefault(place => place.Place == name);
        if (place?.IsLocked(now) == true
            || (place?.IsKnown(now) != true && places.Sum(other => other.RecentFailures(limits, now)) >= MaximumOfAccount))
        {
            return TryOutcome.Refused;
        }

        if (place is null)
        {
            place = new SignInPlace { UserId = userId, Place = name };
            places.Add(place);
        }

        return place.Fail(limits, now) ? TryOutcome.LockedNow : TryOutcome.Counted;
    }
}
