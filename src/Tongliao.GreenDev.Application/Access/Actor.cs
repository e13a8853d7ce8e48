using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>The person behind a call with role and unit as the database has them now.</summary>
public sealed record Actor
{
    public required Guid UserId { get; init; }

    /// <summary>登录名.</summary>
    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required UserRole Role { get; init; }

    public required int? UnitId { get; init; }

    public required string? UnitCode { get; init; }

    public required string? UnitName { get; init; }

    public required string? DepartmentId { get; init; }

    public required string? DepartmentName { get; init; }

    /// <summary>The plan that the call is about; null before any plan was loaded.</summary>
    public required int? PlanId { get; init; }

    public required string Address { get; init; }

    /// <summary>By what way the person calls.</summary>
    public Way Way { get; init; }

    /// <summary>Name with office, as it stands in histories: 张三（奈曼旗 填报员）.</summary>
    public string Signature => $"{DisplayName}（{OfficeName}）";

    /// <inheritdoc cref="UserRoles.OfficeName"/>
    public string OfficeName => Role.OfficeName(UnitName ?? DepartmentName);

    /// <summary>Whether the role has a right; where it holds is asked besides.</summary>
    public bool May(Act act) => Role.May(act);

    /// <exception cref="RefusalException">Forbidden: the role has not this right.</exception>
    public void Require(Act act)
    {
        if (!May(act))
        {
            throw RefusalException.Forbidden(Role.Refusal(act));
        }
    }

    /// <summary>May see what a unit reported: a county office its own unit, all below it, and what is made from its own.</summary>
    public bool MayReadUnit(ReportingUnit unit) =>
        May(Act.ReadValues) && (!Role.IsCounty() || unit.Subtree.Any(below => below.Id == UnitId) || (UnitId is { } own && unit.IsWithin(own)));

    /// <summary>May type into a unit's report: its own only.</summary>
    public bool MayEnter(ReportingUnit unit) => May(Act.EnterValues) && unit.Id == UnitId;

    /// <summary>Loads the person, or refuses when the account is gone or disabled, or the plan is not theirs.</summary>
    /// <exception cref="RefusalException">Forbidden, or NotFound of the plan.</exception>
    public static async Task<Actor> LoadAsync(GreenDevDbContext db, Caller caller, CancellationToken cancellationToken)
    {
        var actor = await Query(db, caller).SingleOrDefaultAsync(cancellationToken)
            ?? throw RefusalException.Forbidden("账号已停用或不存在，请联系系统管理员。");
        return actor.PlanId is null && caller.Plan is not null ? throw RefusalException.NoSuchPlan() : actor;
    }

    private static IQueryable<Actor> Query(GreenDevDbContext db, Caller caller)
    {
        var plans = CallersPlan.Of(db, caller);
        var (address, way) = (caller.Address, caller.Way);
        return
            from row in UserInOffice.In(db)
            let user = row.User
            where user.Id == caller.UserId && !user.IsDisabled
            select new Actor
            {
                UserId = user.Id,
                UserName = user.UserName!,
                DisplayName = user.DisplayName,
                Role = user.Role,
                UnitId = user.UnitId,
                UnitCode = row.UnitCode,
                UnitName = row.UnitName,
                DepartmentId = user.DepartmentId,
                DepartmentName = row.DepartmentName,
                PlanId = plans.Select(id => (int?)id).FirstOrDefault(),
                Address = address,
                Way = way,
            };
    }
}
