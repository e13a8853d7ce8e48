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
    public static async Task<Caller> AddAsync(IServiceProvider services, UserRole role, string? unitCode = null, string? departmentId = null)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var id = Guid.CreateVersion7();
        var name = $"u{id:N}";
        var unitId = unitCode is null ? (int?)null : await (
            from unit in db.Units
            join plan in db.Plans.OrderBy(plan => plan.Id).Take(1) on EF.Property<int>(unit, "PlanId") equals plan.Id
            where unit.Code == unitCode
            select unit.Id).SingleAsync();
        db.Users.Add(new GreenDevUser
        {
            Id = id,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = "张三",
            Role = role,
            UnitId = unitId,
            DepartmentPlanId = departmentId is null ? null : await db.Plans.MinAsync(plan => plan.Id),
            DepartmentId = departmentId,
            SecurityStamp = name,
            CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        });
        await db.SaveChangesAsync();
        return new Caller(id, "127.0.0.1");
    }
}
