using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>Which lights of a locked quarter are 补齐（曾未达） in a release, told from what those before it had. Nothing is rated where there is only one, nor on another basis than that of releases.</summary>
internal sealed class Repairs
{
    private readonly FigureTable table;
    private readonly IReadOnlyList<(Release Release, ReferenceData InForce)> issued;

    private Repairs(FigureTable table, IReadOnlyList<(Release Release, ReferenceData InForce)> issued) => (this.table, this.issued) = (table, issued);

    /// <param name="reference">As it is known now.</param>
    /// <param name="table">With the figures of the quarter.</param>
    /// <param name="upTo">The release that is looked at; null of a quarter that is not locked.</param>
    public static Repairs Of(ReferenceData reference, FigureTable table, Release? upTo) => new(
        table,
        upTo is not { Number: > 1 } || table.Basis != FigureBasis.Submitted ? [] :
        [
            .. from release in reference.Facts.Releases
               where release.Quarter == upTo.Quarter && release.Number <= upTo.Number
               orderby release.Number
               select (release, reference.InForceOf(release)),
        ]);

    /// <summary>Of the ratings of a matrix.</summary>
    public Dictionary<(int Indicator, string Unit), Repair> In(IEnumerable<IndicatorRating> ratings, IReadOnlyList<ReportingUnit> readable) => issued.Count == 0 ? [] :
        (from rating in ratings
         where rating.State == RagStatus.Green
         from unit in readable
         where unit.Code == rating.UnitCode
         let repair = Find(unit, rating.Indicator.Number, readable)
         where repair is not null
         select (Key: (rating.Indicator.Number, unit.Code), repair)).ToDictionary(found => found.Key, found => found.repair);

    /// <summary>Of one light.</summary>
    public Repair? Find(ReportingUnit unit, int indicatorNumber, IReadOnlyCollection<ReportingUnit> readable)
    {
        var states = issued
            .Select(one => table.Rate(one.InForce, unit, one.InForce.Facts.Indicator(indicatorNumber), one.Release.Quarter, readable).State).ToList();
        return LateRepair.Of(states) is { } green ? new Repair(issued[states.LastIndexOf(RagStatus.Red)].Release, issued[green].Release) : null;
    }
}
