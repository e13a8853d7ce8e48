using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>Who writes for a department.</summary>
internal static class DepartmentPeople
{
    /// <summary>Of the bureau its own people.</summary>
    public static Task<List<Guid>> OfAsync(GreenDevDbContext db, Department department, CancellationToken cancellationToken)
    {
        var role = department.IsBureau ? UserRole.Bureau : UserRole.DepartmentReviewer;
        return db.Users.Where(user => !user.IsDisabled && user.Role == role && (role == UserRole.Bureau || user.DepartmentId == department.Id))
            .Select(user => user.Id).ToListAsync(cancellationToken);
    }
}
