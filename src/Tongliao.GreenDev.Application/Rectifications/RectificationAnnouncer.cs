using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>Tells the people of a county of each rectification that has opened, once, however many portals run.</summary>
public sealed class RectificationAnnouncer(WriteTransaction write, NoticeWriter notices, PlanCatalogue catalogue)
{
    /// <summary>Looks for those that nobody was told of.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> AnnounceAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var reference in await catalogue.AllAsync(cancellationToken))
        {
            told += await AnnounceAsync(reference, cancellationToken);
        }

        return told;
    }

    private Task<int> AnnounceAsync(ReferenceData reference, CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                scope.About(reference.Facts.Plan.Id);
                await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Rectifications})", cancellationToken);
                var news = await NewsAsync(scope, reference);
                if (news.Count > 0)
                {
                    await AnnounceAsync(scope, reference.Facts, news);
                }

                return news.Count;
            },
            cancellationToken);

    private static async Task<IReadOnlyList<News>> NewsAsync(WriteScope scope, ReferenceData reference)
    {
        var plan = reference.Facts.Plan;
        var table = await RectificationTable.ReadAsync(scope.Db, reference, unitId: null, indicatorId: null, scope.CancellationToken);
        return
        [
            .. from unit in plan.Units
               from indicator in plan.Indicators
               from kept in table.Of(unit, indicator)
               where kept.Rectification.IsOpen && kept.ToldAt is null
               select new News(unit, indicator, kept.Rectification),
        ];
    }

    private async Task AnnounceAsync(WriteScope scope, PlanFacts facts, IReadOnlyList<News> news)
    {
        var people = await CountyPeople.ReadAsync(scope.Db, unitId: null, scope.CancellationToken);
        foreach (var (unit, indicator, rectification) in news)
        {
            var opened = rectification.Opened;
            var key = new ValueKey(unit.Code, opened.Quarter, indicator.Number);
            scope.Db.RectificationOpenings.Add(new RectificationOpening
            {
                PlanId = facts.Plan.Id,
                UnitId = unit.Id,
                IndicatorId = indicator.Id,
                Opened = opened.Quarter,
                Recorded = scope.Recording,
            });
            scope.Audit(
                AuditKinds.RectificationOpened, new AuditSubject.Value(key), before: null, new AuditedOpening(Light(rectification), people[unit.Id].Count()));
        }

        await notices.TellAsync(scope, [.. news.GroupBy(one => one.Unit).Select(ofUnit => Told(ofUnit.Key, [.. ofUnit], people[ofUnit.Key.Id]))]);
    }

    private static Announcement Told(ReportingUnit unit, IReadOnlyList<News> news, IEnumerable<CountyPerson> people) =>
        new(NoticeKind.Rectification, "新的整改事项", Text(news), [.. people.Select(person => new Addressee(person.Id, "/rectifications"))])
        {
            ForGroup = MessageTexts.GroupLine(unit.ShortName, $"第{Numbers(news)}项列为整改事项，请填写整改安排"),
        };

    private static string Numbers(IReadOnlyList<News> news) => string.Join('、', news.Select(one => one.Indicator.Number).Distinct().Order());

    private static string Light(Rectification rectification) => $"{rectification.Opened.Quarter.ChineseName}审核通过的数据为滞后（红灯）";

    private static string Text(IReadOnlyList<News> news) =>
        $"第{Numbers(news)}项审核通过的数据为滞后（红灯），已列为整改事项。请填写整改措施、责任人和期限；以后某一季度审核通过的数据达标时自动销号。";

    private sealed record News(ReportingUnit Unit, Indicator Indicator, Rectification Rectification);
}
