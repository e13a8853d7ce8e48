using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>
/// A number that a field opens filled with and that is nobody's statement until somebody confirms it: it is never stored by itself.
/// What flows (年初至今累计) is never taken over from the quarter before.
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="IndicatorNumber">序号 of the row with the like number; null for the other origins.</param>
public sealed record Proposal(decimal Value, ProposalOrigin Origin, int? IndicatorNumber = null)
{
    /// <summary>What an empty field may be filled with; null for nothing.</summary>
    /// <param name="plan">Says which quantities are alike.</param>
    /// <param name="indicator">Of the field.</param>
    /// <param name="key">The field.</param>
    /// <param name="lastQuarter">What the unit said of the indicator a quarter before; null for nothing.</param>
    /// <param name="statedOf">What it says now of an indicator, by 序号; null for nothing.</param>
    public static Proposal? Of(Plan plan, Indicator indicator, InputKey key, ReportedInputs? lastQuarter, Func<int, ReportedInputs?> statedOf)
    {
        if (IsStanding(indicator, key))
        {
            return lastQuarter?[key] is { } before ? new Proposal(before, ProposalOrigin.LastQuarter) : null;
        }

        // A part of nothing is nothing.
        if (key == InputKey.Numerator && indicator.ZeroOverZeroIsNotApplicable && statedOf(indicator.Number)?.Denominator == 0)
        {
            return new Proposal(0, ProposalOrigin.NothingBuilt);
        }

        return Like(plan, indicator, key, statedOf);
    }

    /// <summary>For example 沿用上季度.</summary>
    public string Word => Origin switch
    {
        ProposalOrigin.LastQuarter => "沿用上季度",
        ProposalOrigin.LikeNumber => $"同第{IndicatorNumber}项",
        ProposalOrigin.NothingBuilt => "分母为0",
    };

    /// <summary>The same where there is little room, for example 沿用.</summary>
    public string Tag => Origin == ProposalOrigin.LastQuarter ? "沿用" : Word;

    /// <summary>A stock (期末存量), or 总修正值, which is assessed for the year.</summary>
    private static bool IsStanding(Indicator indicator, InputKey key) => indicator.Kind == MeasureKind.StockRatio || key == InputKey.Correction;

    private static Proposal? Like(Plan plan, Indicator indicator, InputKey key, Func<int, ReportedInputs?> statedOf)
    {
        var own = new QuantityUse(indicator.Number, key);
        return plan.Quantities.FirstOrDefault(quantity => !quantity.IsOneFact && quantity.Uses.Contains(own))?.Uses
            .Where(use => use != own)
            .Select(use => statedOf(use.IndicatorNumber)?[use.Key] is { } number ? new Proposal(number, ProposalOrigin.LikeNumber, use.IndicatorNumber) : null)
            .FirstOrDefault(like => like is not null);
    }
}
