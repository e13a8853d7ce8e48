using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rectifications;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>What demo counties do about their red values: they were told of each, and most have said what is done.</summary>
public sealed class DemoRectifications(WriteTransaction write, PlanCatalogue catalogue, OfficeClock clock)
{
    private const int DaysToArrange = 2;
    private const int DaysToRectify = 75;

    /// <summary>Once all quarters are there.</summary>
    public async Task ArrangeAsync(CancellationToken cancellationToken)
    {
        var reference = await catalogue.NamedAsync(key: null, cancellationToken);
        await write.RunAsSystemAsync(
            async scope =>
            {
                scope.About(reference.Facts.Plan.Id);
                var clerks = await scope.Db.Users.AsNoTracking().Where(user => user.Role == UserRole.Clerk && user.IsDemo).ToListAsync(cancellationToken);
                var table = await RectificationTable.ReadAsync(scope.Db, reference, unitId: null, indicatorId: null, cancellationToken);
                foreach (var unit in reference.Facts.Plan.Units)
                {
                    var clerk = clerks.Single(user => user.UnitId == unit.Id);
                    var by = (clerk.Id, Name: $"{clerk.DisplayName}（{clerk.Role.OfficeName(unit.ShortName)}）");
                    foreach (var indicator in reference.Facts.Plan.Indicators)
                    {
                        foreach (var rectification in table.Of(unit, indicator).Select(kept => kept.Rectification))
                        {
                            Tell(scope, reference.Facts.Plan, unit, indicator, rectification);
                            Arrange(scope, reference.Facts.Plan, unit, indicator, rectification, by);
                        }
                    }
                }

                return true;
            },
            cancellationToken);
    }

    private static void Tell(WriteScope scope, Plan plan, ReportingUnit unit, Indicator indicator, Rectification rectification) =>
        scope.Db.RectificationOpenings.Add(new RectificationOpening
        {
            PlanId = plan.Id,
            UnitId = unit.Id,
            IndicatorId = indicator.Id,
            Opened = rectification.Opened.Quarter,
            Recorded = new Recording(rectification.Opened.At, null, "系统"),
        });

    /// <summary>Once after it had opened and, of one that has lasted, once more of late.</summary>
    private void Arrange(
        WriteScope scope, Plan plan, ReportingUnit unit, Indicator indicator, Rectification rectification, (Guid Id, string Name) by)
    {
        var first = rectification.Opened.At.AddDays(DaysToArrange);
        if (first > scope.Now || !DemoStory.IsArranged(unit.Order, indicator.Number))
        {
            return;
        }

        Add(version: 1, first, Day(first).AddDays(DaysToRectify));
        var again = scope.Now.AddDays(-DaysToRectify / 3);
        if (rectification.IsOpen && first.AddDays(DaysToRectify) < again)
        {
            Add(version: 2, again, clock.Today.AddDays(DemoStory.DaysLeft(unit.Order, indicator.Number)));
        }

        void Add(int version, DateTimeOffset at, DateOnly due) => scope.Db.RectificationArrangements.Add(new RectificationArrangement
        {
            PlanId = plan.Id,
            UnitId = unit.Id,
            IndicatorId = indicator.Id,
            Opened = rectification.Opened.Quarter,
            Version = version,
            Measures = version == 1 ? DemoStory.Measures : DemoStory.FurtherMeasures,
            Owner = $"{unit.ShortName}住建局分管副局长（演示）",
            DueOn = due,
            IsDueSetByBureau = false,
            Recorded = new Recording(at, by.Id, by.Name),
        });
    }

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(clock.Local(at).Date);
}
