using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What a unit reported for one indicator and quarter, as far as the rules look at it.</summary>
/// <param name="Inputs">The typed numbers; null or incomplete counts as not reported.</param>
/// <param name="NotApplicableReason">Why the indicator does not apply (不适用), otherwise null.</param>
/// <param name="IsApproved">审核通过; until then every result is provisional (暂).</param>
public sealed record ReportedFigure(ReportedInputs? Inputs, string? NotApplicableReason, bool IsApproved)
{
    /// <summary>The reason given automatically for 0/0 on an indicator of new buildings.</summary>
    public const string NothingNewlyBuilt = "本期无新建项目";

    /// <summary>The reason why the indicator does not apply, typed or automatic; null when it does.</summary>
    public string? ReasonNotApplicable(Indicator indicator)
    {
        if (!string.IsNullOrWhiteSpace(NotApplicableReason))
        {
            return NotApplicableReason;
        }

        return indicator.ZeroOverZeroIsNotApplicable && Inputs is { Numerator: 0, Denominator: 0 } ? NothingNewlyBuilt : null;
    }

    /// <summary>The numbers when they are complete and apply, otherwise null. A zero denominator is an input error and never divided by.</summary>
    public ReportedInputs? UsableInputs(Indicator indicator) =>
        ReasonNotApplicable(indicator) is null && Inputs is { HasZeroDenominator: false } && Inputs.IsCompleteFor(indicator) ? Inputs : null;
}
