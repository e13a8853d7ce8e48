using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>判定依据: why a light is what it is, of one unit or whole, indicator, quarter and basis; behind the drawer, its page, the API and the workbook.</summary>
/// <param name="Facts">The plan and what else was in force for the quarter.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Period">When.</param>
/// <param name="Basis">口径.</param>
/// <param name="Calculation">The rating and how it was reckoned.</param>
/// <param name="Target">Which target it was judged by.</param>
/// <param name="Clause">The sentence of the plan that sets the indicator.</param>
/// <param name="Quality">Five facts on the data: 来源, 佐证, 时效, 更正, 覆盖; of a whole fewer for who may not see every unit.</param>
public sealed record RatingAccount(
    PlanFacts Facts,
    ReportingUnit Unit,
    ReportingPeriod Period,
    FigureBasis Basis,
    RatingCalculation Calculation,
    AccountTarget Target,
    Clause Clause,
    IReadOnlyList<AccountFact> Quality)
{
    /// <summary>Who entered, explained (说明) and approved the value, in that order, as offices; none of a whole.</summary>
    public IReadOnlyList<AccountStep> Steps { get; init; } = [];

    /// <summary>What the unit answered (说明), in its own words.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>佐证材料 that stands beside the value.</summary>
    public IReadOnlyList<EvidenceFile> Evidence { get; init; } = [];

    /// <summary>Seen as of a moment (截至): the light as it is now, where it looks different; null for what is seen now.</summary>
    public IReadOnlyList<ChangedLight>? Since { get; init; }

    public IndicatorRating Rating => Calculation.Rating;

    public Indicator Indicator => Rating.Indicator;
}
