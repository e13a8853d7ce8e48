using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>One of the quantified indicators (量化指标) of the annex, with how it is measured and judged.</summary>
public sealed record Indicator
{
    public int Id { get; private init; }

    /// <summary>When it was added (增补) to a plan that was loaded before; null for one that came with the plan.</summary>
    public DateTimeOffset? AddedAt { get; private init; }

    /// <summary>序号 in the annex.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>The name where a column is narrow.</summary>
    public required string ShortName { get; init; }

    /// <summary>The task whose text sets the indicator.</summary>
    public required int TaskNumber { get; init; }

    /// <summary>The sentence of the task which sets it, word for word.</summary>
    public required string TaskPhrase { get; init; }

    /// <summary>牵头部门.</summary>
    public required string LeadDepartmentId { get; init; }

    /// <summary>配合部门 in the order of the annex; empty where the annex prints “/”.</summary>
    public required IReadOnlyList<string> CooperatingDepartmentIds { get; init; }

    /// <summary>The cells of the annex as printed, by row; departments one a line.</summary>
    public required AnnexRow Annex { get; init; }

    public required MeasureKind Kind { get; init; }

    /// <summary>Unit of the value: %, 公里/平方公里, 万平方米.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals of the displayed value, 0–4.</summary>
    public required int DisplayDecimals { get; init; }

    /// <summary>What a county types, in order.</summary>
    public required IReadOnlyList<InputField> Inputs { get; init; }

    /// <summary>The years' targets, ascending.</summary>
    public required IReadOnlyList<IndicatorTarget> Targets { get; init; }

    public required Tolerance Tolerance { get; init; }

    /// <summary>时序进度 of sums: the share of a year's increase due by the end of each quarter, 0–1, four values.</summary>
    public required IReadOnlyList<decimal> ProgressCurve { get; init; }

    public required CityScope CityScope { get; init; }

    /// <summary>What the annex and the text say of where the indicator holds, in Chinese.</summary>
    public required ScopeText Scope { get; init; }

    /// <summary>期间口径, for example 期末存量 or 年初至今累计.</summary>
    public required string PeriodBasis { get; init; }

    /// <summary>口径出处: where the definition comes from.</summary>
    public required string DefinitionSource { get; init; }

    /// <summary>Values outside are refused, in the indicator's unit.</summary>
    public required ValueRange HardRange { get; init; }

    /// <summary>Values outside are stored but must be explained.</summary>
    public required ValueRange SoftRange { get; init; }

    /// <summary>0/0 means that nothing was newly built (本期无新建项目), not an error.</summary>
    public required bool ZeroOverZeroIsNotApplicable { get; init; }

    /// <summary>A count of things done, which does not fall from one quarter to the next without a reason.</summary>
    public required bool NeverFalls { get; init; }

    /// <summary>The text says 力争; the light uses the annex all the same.</summary>
    public required bool IsAspirational { get; init; }

    /// <summary>The text asks for more than the annex's number (突破), which is said when the number is met exactly.</summary>
    public required bool TextAsksForMore { get; init; }

    /// <summary>A 2023 amount is needed before the value can be told (基数).</summary>
    public required bool BaselineRequired { get; init; }

    /// <summary>The uncorrected loss rate (综合漏损率) is rated instead of the corrected one; only a later decision says so.</summary>
    public bool RatesUncorrectedLoss { get; private init; }

    /// <summary>The value of its first year rests on the year before the plan (基数).</summary>
    public bool RestsOnBaseline => IsSum || Targets[0].IsIncrease;

    /// <summary>Differences between text and annex, and what is not settled.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Departments of the annex row which the task does not list.</summary>
    public required IReadOnlyList<string> OnlyInAnnex { get; init; }

    /// <summary>Departments of the task which the annex row does not list.</summary>
    public required IReadOnlyList<string> OnlyInTask { get; init; }

    /// <summary>100 where the value is a percentage of numerator over denominator, otherwise 1.</summary>
    public int Scale => IsPercentage ? 100 : 1;

    public bool IsPercentage => Unit == "%";

    public bool IsSum => Kind == MeasureKind.Sum;

    /// <summary>What is typed is summed since 1 January (年初至今累计), not as at the quarter's end.</summary>
    public bool IsYearToDate => Kind is MeasureKind.FlowRatio or MeasureKind.WaterLoss or MeasureKind.Sum;

    /// <summary>What is built in a year: it rests in winter, and no year is like another.</summary>
    public bool IsOfBuilding => IsSum || ZeroOverZeroIsNotApplicable;

    /// <summary>A share of people, land, water or waste, which hardly moves from one quarter to the next; neither building nor a count of things done.</summary>
    public bool IsSteady => IsPercentage && !IsOfBuilding && !NeverFalls;

    /// <summary>Unit of a difference of two values: percentages differ by 个百分点.</summary>
    public string DifferenceUnit => IsPercentage ? "个百分点" : Unit;

    /// <summary>Unit in which the value of a target's year is said: an increase is a difference.</summary>
    public string UnitOf(IndicatorTarget target) => target.Basis == TargetBasis.Increase ? DifferenceUnit : Unit;

    /// <summary>Whether a unit in some sets counts for the units above it; the others report for reference (参考).</summary>
    public bool IsMadeFrom(IReadOnlyList<UnitSet> sets) => CityScope switch
    {
        CityScope.AllUnits => true,
        CityScope.CentralUrban => sets.Contains(UnitSet.CentralUrban),
    };

    /// <summary>The indicator as a later decision has it judged.</summary>
    public Indicator Under(IndicatorChange change) => this with
    {
        Targets = [.. Targets.Select(target => change.Targets.FirstOrDefault(other => other.Year == target.Year)?.Of(target) ?? target)],
        Tolerance = Tolerance with { Value = change.Tolerance ?? Tolerance.Value },
        ProgressCurve = change.ProgressCurve ?? ProgressCurve,
        CityScope = change.CityScope ?? CityScope,
        RatesUncorrectedLoss = change.RatesUncorrectedLoss ?? RatesUncorrectedLoss,
    };

    /// <summary>The indicator as it is judged on a day, of what is known.</summary>
    public Indicator Under(IEnumerable<IndicatorAmendment> known, DateOnly day) =>
        IndicatorAmendment.InForce(known, day).Aggregate(this, (judged, amendment) => judged.Under(amendment.Change));

    /// <summary>Two readings of an indicator are two objects; <see cref="Number"/> tells whether they are the same one.</summary>
    public bool Equals(Indicator? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Number;

    public IndicatorTarget? TargetOf(int year)
    {
        foreach (var target in Targets)
        {
            if (target.Year == year)
            {
                return target;
            }
        }

        return null;
    }

    /// <summary>The same as it is added to a plan that was loaded before.</summary>
    public Indicator Added(DateTimeOffset at) => this with { AddedAt = at };

    /// <summary>Whether it was the plan's at a moment; null for now.</summary>
    public bool IsKnownAt(DateTimeOffset? moment) => AddedAt is null || moment is null || AddedAt <= moment;
}
