using System.Globalization;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>Five facts on how good the data behind a rating are.</summary>
internal static class AccountQuality
{
    /// <summary>Of a unit's value.</summary>
    /// <param name="unit">Whose.</param>
    /// <param name="trail">How the statement came to stand; null where nothing counts.</param>
    /// <param name="evidence">How many files.</param>
    /// <param name="reported">Which of the quarters until then it has reported.</param>
    /// <param name="clock">The office's.</param>
    public static IReadOnlyList<AccountFact> OfUnit(ReportingUnit unit, AccountTrail? trail, int evidence, (int Reported, int Quarters) reported, OfficeClock clock) =>
    [
        new("来源", trail is null ? "尚未上报" : $"{unit.ShortName}填报（{(trail.Counting.Way == Way.Program ? "接口报送" : "页面填写")}）"),
        new("佐证", evidence == 0 ? "无" : $"{evidence}份"),
        new("时效", trail is null ? "尚未上报" : Age(trail.Counting, clock)),
        new("更正", trail is not { Corrections: > 0 } ? "无" : $"{trail.Corrections}次"),
        new("覆盖", Counted($"截至本季{reported.Quarters}个季度中已报{reported.Reported}个")),
    ];

    /// <summary>Of a whole, for who may see every unit of it.</summary>
    public static IReadOnlyList<AccountFact> OfWhole(IndicatorRating rating, IReadOnlyList<UnitCase> units, int evidence, int corrections)
    {
        var approved = units.Count(unit => unit.CountsFor(rating.Indicator) && unit.FigureOf(rating.Quarter) is { IsApproved: true });
        return
        [
            Source(rating),
            new("佐证", evidence == 0 ? "无" : $"{evidence}份"),
            new("时效", Counted($"应计入的{rating.CountingUnits}个单位中{approved}个已审核通过")),
            new("更正", corrections == 0 ? "无" : $"{corrections}次"),
            Coverage(rating),
        ];
    }

    /// <summary>The same for who may not: nothing that tells of any one unit.</summary>
    public static IReadOnlyList<AccountFact> OfWhole(IndicatorRating rating) => [Source(rating), Coverage(rating)];

    private static AccountFact Source(IndicatorRating rating) => new("来源", $"由应计入的{rating.CountingUnits}个单位的填报数汇总");

    private static AccountFact Coverage(IndicatorRating rating) => new("覆盖", $"应计入{rating.CountingUnits}个单位，已报{rating.ReportedUnits}个");

    private static string Age(ValueRevision counting, OfficeClock clock)
    {
        var days = clock.Today.DayNumber - clock.DayOf(counting.At).DayNumber;
        return Counted($"{clock.Minute(counting.At)}{counting.Kind.Word()}，至今{days}天");
    }

    private static string Counted(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
