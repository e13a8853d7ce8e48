using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>Who may see and act on whose report. Decided on what the database says of the person, in the same transaction.</summary>
public static class SubmissionOperations
{
    /// <summary>A unit the person may look at; another unit's record answers like an absent one.</summary>
    /// <exception cref="RefusalException">Forbidden for a role that reads no values, NotFound for a unit out of sight.</exception>
    public static ReportingUnit RequireReadable(Actor actor, ReferenceData reference, string unitCode)
    {
        if (!actor.Role.ReadsValues())
        {
            throw RefusalException.Forbidden($"{actor.Role.Word()}不查看填报数据。");
        }

        var unit = reference.UnitOrCity(unitCode);
        return actor.MayReadUnit(unit) ? unit : throw NoSuchUnit();
    }

    /// <summary>A unit whose report the person may change.</summary>
    /// <exception cref="RefusalException">NotFound for a unit out of sight, Forbidden for one in sight.</exception>
    public static ReportingUnit RequireOwnUnit(Actor actor, ReferenceData reference, string unitCode)
    {
        var unit = RequireReadable(actor, reference, unitCode);
        if (unit.IsCity)
        {
            throw NoSuchUnit();
        }

        return unit.Id == actor.UnitId ? unit : throw RefusalException.Forbidden("只能填写和上报本地区的数据。");
    }

    /// <exception cref="RefusalException">Forbidden.</exception>
    public static void RequireRole(Actor actor, UserRole role, string message)
    {
        if (actor.Role != role)
        {
            throw RefusalException.Forbidden(message);
        }
    }

    private static RefusalException NoSuchUnit() => RefusalException.NotFound("没有这个填报单位，请核对区划代码。");
}
