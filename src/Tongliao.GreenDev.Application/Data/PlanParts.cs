using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>Reads what a plan is made of, as it was published.</summary>
internal static class PlanParts
{
    /// <summary>A plan with all its parts, of which its row has none.</summary>
    public static async Task<Plan> ReadAsync(GreenDevDbContext db, Plan plan, CancellationToken cancellationToken) => plan with
    {
        Sections = await PartsOf<PlanSection>(db, plan).OrderBy(section => section.Number).ToListAsync(cancellationToken),
        Tasks = await PartsOf<PlanTask>(db, plan).OrderBy(task => task.Number).ToListAsync(cancellationToken),
        Indicators = await PartsOf<Indicator>(db, plan).OrderBy(indicator => indicator.Number).ToListAsync(cancellationToken),
        Commitments = await PartsOf<Commitment>(db, plan).OrderBy(commitment => commitment.Number).ToListAsync(cancellationToken),
        OpenQuestions = [.. (await PartsOf<OpenQuestion>(db, plan).ToListAsync(cancellationToken))
            .OrderBy(question => question.Id.Length).ThenBy(question => question.Id, StringComparer.Ordinal)],
        Regions = new UnitTree(await PartsOf<ReportingUnit>(db, plan).ToListAsync(cancellationToken)),
        Departments = await PartsOf<Department>(db, plan).OrderBy(department => department.Order).ToListAsync(cancellationToken),
    };

    private static IQueryable<TPart> PartsOf<TPart>(GreenDevDbContext db, Plan plan)
        where TPart : class =>
        db.Set<TPart>().AsNoTracking().Where(part => EF.Property<int>(part, "PlanId") == plan.Id);
}
