using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>All rules as they hold, with how they came to be.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Facts">The plan as published, and its quarters.</param>
/// <param name="Rules">By indicator.</param>
/// <param name="Questions">The open questions.</param>
/// <param name="Deviations">认可偏差 of the units that the reader may see, the latest recorded first.</param>
/// <param name="Version">How many amendments, answers and deviations were recorded; carried back by a decision.</param>
public sealed record RuleOverview(
    Actor Reader, PlanFacts Facts, IReadOnlyList<RuleLine> Rules, IReadOnlyList<QuestionLine> Questions, IReadOnlyList<DeviationLine> Deviations, int Version)
{
    public bool MayDecide => Reader.May(Act.ManageRules);

    public bool MayTry => Reader.May(Act.ReadValues);
}
