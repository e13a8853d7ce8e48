using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Who is there to be told for the units. One statement.</summary>
internal static class CountyPeople
{
    /// <summary>Clerks and county reviewers whose accounts are not disabled, by unit.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="unitId">One unit; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ILookup<int, CountyPerson>> ReadAsync(GreenDevDbContext db, int? unitId, CancellationToken cancellationToken) =>
        (await db.Users.AsNoTracking()
            .Where(user => !user.IsDisabled && user.UnitId != null && (unitId == null || user.UnitId == unitId)
                && (user.Role == UserRole.Clerk || user.Role == UserRole.CountyReviewer))
            .Select(user => new CountyPerson(user.Id, user.UnitId!.Value, user.Role, user.LastSignInAt))
            .ToListAsync(cancellationToken))
        .ToLookup(person => person.UnitId);
}
