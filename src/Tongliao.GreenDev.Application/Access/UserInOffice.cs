using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>An account with the unit or department it belongs to, for queries to select from; an office of the city has neither.</summary>
internal sealed class UserInOffice
{
    public required GreenDevUser User { get; init; }

    /// <summary>区划代码.</summary>
    public required string? UnitCode { get; init; }

    /// <summary>Short.</summary>
    public required string? UnitName { get; init; }

    /// <summary>Short.</summary>
    public required string? DepartmentName { get; init; }

    public static IQueryable<UserInOffice> In(GreenDevDbContext db) =>
        from user in db.Users
        join u in db.Units on user.UnitId equals u.Id into units
        from unit in units.DefaultIfEmpty()
        join d in db.Departments on new { PlanId = user.DepartmentPlanId, Id = user.DepartmentId }
            equals new { PlanId = (int?)EF.Property<int>(d, "PlanId"), Id = (string?)d.Id } into departments
        from department in departments.DefaultIfEmpty()
        select new UserInOffice
        {
            User = user,
            UnitCode = unit.Code,
            UnitName = unit.ShortName,
            DepartmentName = department.AnnexName ?? department.Name,
        };
}
