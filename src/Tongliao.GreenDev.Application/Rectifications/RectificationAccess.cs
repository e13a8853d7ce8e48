using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>Who may say what is done about a red value: the county's own people, and the bureau.</summary>
internal static class RectificationAccess
{
    public static bool MayArrange(Actor actor, ReportingUnit unit) =>
        actor.May(Act.ArrangeRectifications) && (!actor.Role.IsCounty() || actor.UnitId == unit.Id);

    /// <exception cref="RefusalException">Forbidden.</exception>
    public static void RequireArrange(Actor actor, ReportingUnit unit)
    {
        actor.Require(Act.ArrangeRectifications);
        if (!MayArrange(actor, unit))
        {
            throw RefusalException.Forbidden("只能填写本地区的整改安排。");
        }
    }
}
