using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>Who writes for a department.</summary>
internal static class DepartmentPeople
{
    /// <summary>Of the bureau its own people, where it is a department of the plan. One statement.</summary>
    public static async Task<ILookup<string, Guid>> ReadAsync(GreenDevDbContext db, PlanFacts facts, CancellationToken cancellationToken)
    {
        var bureau = facts.Plan.Departments.FirstOrDefault(department => department.IsBureau)?.Id ?? "";
        return (await db.Users.AsNoTracking()
            .Where(user => !user.IsDisabled && (user.Role == UserRole.Bureau || (user.Role == UserRole.DepartmentReviewer && user.DepartmentId != null)))
            .Select(user => new { user.Id, Department = user.Role == UserRole.Bureau ? bureau : user.DepartmentId! })
            .ToListAsync(cancellationToken)).ToLookup(person => person.Department, person => person.Id);
    }
}
