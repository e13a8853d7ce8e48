using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>Makes the rows that terms are recorded by; a trial assumes the very rows that a decision adds.</summary>
internal sealed class RuleRows
{
    private readonly ReferenceData reference;
    private readonly RuleDecision decision;
    private readonly Recording recorded;
    private readonly List<IndicatorAmendment> amendments = [];
    private readonly List<AnsweredQuestion> answers = [];
    private readonly List<UnitTarget> targets = [];
    private readonly List<Baseline> baselines = [];
    private readonly List<AcceptedDeviation> deviations = [];

    private RuleRows(ReferenceData reference, RuleDecision decision, Recording recorded) =>
        (this.reference, this.decision, this.recorded) = (reference, decision, recorded);

    private PlanFacts Facts => reference.Facts;

    /// <param name="reference">As it is known now.</param>
    /// <param name="terms">Checked.</param>
    /// <param name="decision">By which they hold.</param>
    /// <param name="recorded">By whom.</param>
    /// <exception cref="RefusalException">Invalid: withdraws what was never accepted.</exception>
    public static ReferenceRecords Of(ReferenceData reference, IReadOnlyList<RuleTerm> terms, RuleDecision decision, Recording recorded)
    {
        var rows = new RuleRows(reference, decision, recorded);
        foreach (var term in terms)
        {
            rows.Add(term);
        }

        return new ReferenceRecords(rows.baselines, rows.targets, rows.amendments, rows.answers, [], rows.deviations);
    }

    private void Add(RuleTerm term)
    {
        switch (term)
        {
            case IndicatorTerm changed:
                Amend(Facts.Indicator(changed.IndicatorNumber), changed.Change, questionId: null);
                break;
            case ReadingTerm read:
                Answer(Facts.Question(read.QuestionId), Facts.Reading(read.QuestionId, read.ReadingKey));
                break;
            case WordsTerm said:
                Answer(said.QuestionId, readingKey: null, said.Words);
                break;
            case UnitTargetTerm target:
                Set(target);
                break;
            case BaselineTerm baseline:
                Set(baseline);
                break;
            case DeviationTerm deviation:
                Accept(deviation);
                break;
        }
    }

    private void Amend(Indicator indicator, IndicatorChange change, string? questionId) => amendments.Add(new IndicatorAmendment
    {
        IndicatorId = indicator.Id,
        Version = reference.Recorded.Amendments.Concat(amendments).Count(earlier => earlier.IndicatorId == indicator.Id) + 1,
        Decision = decision,
        Change = change,
        QuestionId = questionId,
        Recorded = recorded,
    });

    private void Answer(OpenQuestion question, QuestionReading reading)
    {
        Answer(question.Id, reading.Key, reading.Words);
        foreach (var number in question.IndicatorNumbers)
        {
            if (reading.Of(number) is { } change)
            {
                Amend(Facts.Indicator(number), change, question.Id);
            }
        }
    }

    private void Answer(string questionId, string? readingKey, string words) => answers.Add(new AnsweredQuestion
    {
        PlanId = Facts.Plan.Id,
        QuestionId = questionId,
        Version = reference.Recorded.Answers.Count(earlier => earlier.QuestionId == questionId) + 1,
        ReadingKey = readingKey,
        Words = words,
        Decision = decision,
        Recorded = recorded,
    });

    private void Set(UnitTargetTerm term)
    {
        var (unit, indicator) = (Facts.Unit(term.UnitCode), Facts.Indicator(term.IndicatorNumber));
        targets.Add(new UnitTarget
        {
            UnitId = unit.Id,
            IndicatorId = indicator.Id,
            Year = term.Year,
            Value = term.Value,
            Document = decision.Document,
            EffectiveFrom = decision.EffectiveFrom,
            IsCorrection = decision.IsCorrection,
            Version = ReferenceRows.VersionOf(reference.TargetsOf(unit.Id, indicator.Id).Where(earlier => earlier.Year == term.Year)) + 1,
            Recorded = recorded,
        });
    }

    private void Accept(DeviationTerm term)
    {
        var (unit, indicator) = (Facts.UnitOrAggregate(term.UnitCode), Facts.Indicator(term.IndicatorNumber));
        var earlier = reference.DeviationsOf(unit.Id, indicator.Id);
        if (term.Until is null && earlier.Count == 0)
        {
            var fault = $"{unit.ShortName}第{indicator.Number}项没有认可过偏差，无可撤销；如要认可，请写明认可到哪天。";
            throw RefusalException.Invalid(RefusalCodes.InvalidRule, fault, new FieldFault("terms", fault));
        }

        deviations.Add(new AcceptedDeviation
        {
            UnitId = unit.Id,
            IndicatorId = indicator.Id,
            Version = earlier.Count + 1,
            Decision = decision,
            Until = term.Until,
            Recorded = recorded,
        });
    }

    private void Set(BaselineTerm term)
    {
        var (unit, indicator) = (Facts.Unit(term.UnitCode), Facts.Indicator(term.IndicatorNumber));
        baselines.Add(new Baseline
        {
            UnitId = unit.Id,
            IndicatorId = indicator.Id,
            Inputs = term.Inputs,
            IsCorrection = decision.IsCorrection,
            Version = (reference.BaselineOf(unit.Id, indicator.Id)?.Version ?? 0) + 1,
            Recorded = recorded,
        });
    }
}
