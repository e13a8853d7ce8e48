using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>Who may see and act on whose report. Decided on what the database says of the person, in the same transaction.</summary>
public static class ReportAccess
{
    /// <summary>A unit the person may look at; another unit's record answers like an absent one.</summary>
    /// <exception cref="RefusalException">Forbidden for a role that reads no values, NotFound for a unit out of sight.</exception>
    public static ReportingUnit RequireReadable(Actor actor, PlanFacts facts, string unitCode)
    {
        actor.Require(Act.ReadValues);
        var unit = facts.UnitOrAggregate(unitCode);
        return actor.MayReadUnit(unit) ? unit : throw NoSuchUnit();
    }

    /// <summary>The ids of all units that the person may look at.</summary>
    /// <exception cref="RefusalException">Forbidden for a role that reads no values.</exception>
    public static IReadOnlyList<int> Readable(Actor actor, PlanFacts facts)
    {
        actor.Require(Act.ReadValues);
        return [.. facts.Plan.Units.Where(actor.MayReadUnit).Select(unit => unit.Id)];
    }

    /// <summary>The same of a unit that has a report of its own.</summary>
    /// <exception cref="RefusalException">Forbidden, or NotFound, also for a unit that only adds up others.</exception>
    public static ReportingUnit RequireReporting(Actor actor, PlanFacts facts, string unitCode)
    {
        var unit = RequireReadable(actor, facts, unitCode);
        return unit.Reports ? unit : throw RefusalException.NotFound($"{unit.ShortName}数由各单位汇总得出，没有填报表。");
    }

    /// <summary>A unit whose report the person may type into.</summary>
    /// <exception cref="RefusalException">NotFound for a unit out of sight, Forbidden for one in sight or a role that types nothing.</exception>
    public static ReportingUnit RequireOwnUnit(Actor actor, PlanFacts facts, string unitCode)
    {
        var unit = RequireReadable(actor, facts, unitCode);
        if (!unit.Reports)
        {
            throw NoSuchUnit();
        }

        actor.Require(Act.EnterValues);
        return actor.MayEnter(unit) ? unit : throw RefusalException.Forbidden("只能填写和上报本地区的数据。");
    }

    internal static RefusalException NoSuchUnit() => RefusalException.NotFound("没有这个填报单位，请核对区划代码。");
}
