using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Counts failed tries in Identity's own columns; Identity's methods read the machine's clock, these are given the time.</summary>
internal static class AccountLock
{
    /// <summary>The account, held until the transaction ends, so that parallel tries are counted one by one.</summary>
    public static async Task<GreenDevUser?> HoldAsync(WriteScope scope, string loginName)
    {
        // Nobody has a name that none can be given; the database must not see it, since some characters it takes for a fault.
        var name = LoginName.Normalise(loginName);
        return LoginName.IsValid(name)
            ? (await scope.Db.Users.FromSql($"SELECT * FROM users WHERE normalized_user_name = {name} FOR UPDATE")
                .ToListAsync(scope.CancellationToken)).SingleOrDefault()
            : null;
    }

    /// <inheritdoc cref="HoldAsync(WriteScope, string)"/>
    public static async Task<GreenDevUser?> HoldAsync(WriteScope scope, Guid id) =>
        (await scope.Db.Users.FromSql($"SELECT * FROM users WHERE id = {id} FOR UPDATE").ToListAsync(scope.CancellationToken)).SingleOrDefault();

    public static bool IsLocked(GreenDevUser user, DateTimeOffset now) => user.LockoutEnd > now;

    /// <summary>Counts a try as failed before it is made: what is found out later than that can be got round by trying in parallel.</summary>
    /// <returns>Whether this try locked the account.</returns>
    public static bool Count(GreenDevUser user, SignInsOptions limits, DateTimeOffset now)
    {
        user.AccessFailedCount++;
        if (user.AccessFailedCount < limits.MaximumFailures)
        {
            return false;
        }

        user.AccessFailedCount = 0;
        user.LockoutEnd = now.AddMinutes(limits.LockMinutes);
        return true;
    }

    /// <summary>Takes back one counted try that turned out right, and the lock if it was this try that set it.</summary>
    public static void TakeBack(GreenDevUser user, SignInsOptions limits, bool locked)
    {
        if (locked)
        {
            user.LockoutEnd = null;
            user.AccessFailedCount = limits.MaximumFailures;
        }

        user.AccessFailedCount = Math.Max(0, user.AccessFailedCount - 1);
    }

    /// <summary>Forgets all failures: somebody proved to be the owner, or the administrator gave a new password.</summary>
    public static void Clear(GreenDevUser user)
    {
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
    }
}
