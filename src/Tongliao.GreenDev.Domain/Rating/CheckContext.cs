using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>What a value is checked against besides itself.</summary>
/// <param name="Indicator">What is measured, as it is in force.</param>
/// <param name="Case">What is known of the unit and the indicator: earlier figures, targets, baseline.</param>
/// <param name="Beside">Gives what the same report says of another indicator, by 序号; null where it says nothing.</param>
/// <param name="Checks">The rules in force.</param>
public sealed record CheckContext(Indicator Indicator, UnitCase Case, Func<int, ReportedFigure?> Beside, CheckRules Checks)
{
    /// <summary>Whether no evidence (佐证材料) stands beside the value; false as well where nobody has looked, so that nothing is asked for.</summary>
    public bool LacksEvidence { get; init; }

    /// <summary>Tells whether the whole report was carried over; null when it was not, or when nobody has looked.</summary>
    public Func<CarriedOver?> CarriedOver { get; init; } = static () => null;
}
