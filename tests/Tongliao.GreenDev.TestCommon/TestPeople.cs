using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>Puts people into a test database, without passwords.</summary>
public static class TestPeople
{
    /// <summary>Adds a person of a role.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="unitCode">For county roles.</param>
    /// <param name="departmentId">For department reviewers.</param>
    /// <param name="plan">Key of the plan whose unit or department it is; null for the first.</param>
    public static async Task<Caller> AddAsync(IServiceProvider services, UserRole role, string? unitCode = null, string? departmentId = null, string? plan = null)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var id = Guid.CreateVersion7();
        var name = $"u{id:N}";
        var planId = await db.Plans.Where(one => plan == null || one.Key == plan).MinAsync(one => one.Id);
        var unitId = unitCode is null ? (int?)null : await (
            from unit in db.Units
            where unit.Code == unitCode && EF.Property<int>(unit, "PlanId") == planId
            select unit.Id).SingleAsync();
        db.Users.Add(new GreenDevUser
        {
            Id = id,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = "张三",
            Role = role,
            UnitId = unitId,
            DepartmentPlanId = departmentId is null ? null : planId,
            DepartmentId = departmentId,
            SecurityStamp = name,
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        });
        await db.SaveChangesAsync();
        return new Caller(id, "127.0.0.1");
    }
}
