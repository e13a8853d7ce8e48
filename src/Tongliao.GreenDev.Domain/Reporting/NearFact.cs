using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>
/// Two numbers of a report which by their definitions are near to each other and yet not the same: what is newly built (新建) and what
/// construction began of (新开工), what is treated in the central urban area and in all towns.
/// </summary>
/// <param name="Indicator">序号 of the indicator that is asked about.</param>
/// <param name="Field">Its field.</param>
/// <param name="Words">What that number is of, to tell it from the other; empty where its label says it.</param>
/// <param name="Other">序号 of the one it is compared with.</param>
/// <param name="OtherField">Its field.</param>
/// <param name="OtherWords">As <paramref name="Words"/>.</param>
/// <param name="IsPart">It is a part of the other, and so never more; otherwise the two are about as large.</param>
internal sealed record NearFact(int Indicator, InputKey Field, string Words, int Other, InputKey OtherField, string OtherWords, bool IsPart)
{
    private static readonly NearFact[] All =
    [
        new(9, InputKey.Denominator, "市中心城区", 10, InputKey.Numerator, "城镇", IsPart: true),
        new(18, InputKey.Denominator, "城镇新建", 19, InputKey.Denominator, "新开工", IsPart: false),
        new(21, InputKey.Denominator, "新建项目", 19, InputKey.Denominator, "新开工", IsPart: false),
    ];

    /// <summary>The one that an indicator is asked about; null for none.</summary>
    public static NearFact? Of(Indicator indicator) => Array.Find(All, fact => fact.Indicator == indicator.Number);

    /// <summary>Those by which others are asked about, when this one's numbers change.</summary>
    public static IEnumerable<int> AskedBy(Indicator indicator) => All.Where(fact => fact.Other == indicator.Number).Select(fact => fact.Indicator);
}
