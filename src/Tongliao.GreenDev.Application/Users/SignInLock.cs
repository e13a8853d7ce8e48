using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Counts failed sign-ins of an account by the places they come from. Identity's own lock knows no places, and reads the machine's clock.</summary>
internal static class SignInLock
{
    /// <summary>The account, held until the transaction ends, so that parallel tries are counted one by one.</summary>
    public static async Task<GreenDevUser?> LockUserAsync(WriteScope scope, string loginName)
    {
        // Nobody has a name that none can be given; the database must not see it, since some characters it takes for a fault.
        var name = LoginName.Normalise(loginName);
        return LoginName.IsValid(name)
            ? (await scope.Db.Users.FromSql($"SELECT * FROM users WHERE normalized_user_name = {name} FOR UPDATE")
                .ToListAsync(scope.CancellationToken)).SingleOrDefault()
            : null;
    }

    /// <inheritdoc cref="LockUserAsync(WriteScope, string)"/>
    public static async Task<GreenDevUser?> LockUserAsync(WriteScope scope, Guid id) =>
        (await scope.Db.Users.FromSql($"SELECT * FROM users WHERE id = {id} FOR UPDATE").ToListAsync(scope.CancellationToken)).SingleOrDefault();

    /// <summary>Counts a try of a held account as failed before it is made.</summary>
    public static async Task<TryOutcome> CountAsync(WriteScope scope, GreenDevUser user, string address, SignInsOptions limits)
    {
        var places = await PlacesAsync(scope, user);
        var kept = places.Where(place => !place.IsSpent(limits, scope.Now)).ToList();
        scope.Db.SignInPlaces.RemoveRange(places.Except(kept));
        var outcome = SignInTries.Count(kept, user.Id, address, limits, scope.Now);
        scope.Db.SignInPlaces.AddRange(kept.Except(places));
        return outcome;
    }

    /// <summary>Takes back one counted try that turned out right.</summary>
    public static async Task TakeBackAsync(WriteScope scope, GreenDevUser user, string address, bool locked) =>
        (await FindAsync(scope, user, address))?.TakeBack(locked);

    /// <summary>Notes that the owner signed in, from a place that is known from now on.</summary>
    public static async Task SignInAsync(WriteScope scope, GreenDevUser user, string address)
    {
        var place = await FindAsync(scope, user, address);
        if (place is null)
        {
            place = new SignInPlace { UserId = user.Id, Place = SignInPlace.NameOf(address) };
            scope.Db.SignInPlaces.Add(place);
        }

        place.SignIn(scope.Now);
    }

    /// <summary>Lifts every lock; the places from which the owner signed in stay known.</summary>
    public static async Task ClearAsync(WriteScope scope, GreenDevUser user) => (await PlacesAsync(scope, user)).ForEach(place => place.Clear());

    /// <summary>Lifts every lock, and forgets from where the account was used: perhaps it was not its owner.</summary>
    public static async Task ForgetAsync(WriteScope scope, GreenDevUser user) => scope.Db.SignInPlaces.RemoveRange(await PlacesAsync(scope, user));

    private static Task<List<SignInPlace>> PlacesAsync(WriteScope scope, GreenDevUser user) =>
        scope.Db.SignInPlaces.Where(place => place.UserId == user.Id).ToListAsync(scope.CancellationToken);

    private static async Task<SignInPlace?> FindAsync(WriteScope scope, GreenDevUser user, string address) =>
        await scope.Db.SignInPlaces.FindAsync([user.Id, SignInPlace.NameOf(address)], scope.CancellationToken);
}
