using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A published plan (实施方案) with everything it asks for. Facts only; how they are judged is in <c>Rating</c>.</summary>
public sealed record Plan
{
    public int Id { get; private init; }

    /// <summary>Short stable key of the plan file, for example <c>tongliao-2023-63</c>.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>文号, for example 通政办发〔2023〕63号.</summary>
    public required string DocumentNumber { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required string Issuer { get; init; }

    /// <summary>The first year with targets; the year before it is the baseline year (基期).</summary>
    public required int FirstYear { get; init; }

    public required int LastYear { get; init; }

    /// <summary>The published text, whole, as the portal shows it.</summary>
    public required string FullText { get; init; }

    public required Annex Annex { get; init; }

    public required IReadOnlyList<PlanSection> Sections { get; init; }

    public required IReadOnlyList<PlanTask> Tasks { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>What more than one indicator asks for.</summary>
    public required IReadOnlyList<Quantity> Quantities { get; init; }

    public required IReadOnlyList<Commitment> Commitments { get; init; }

    public required IReadOnlyList<OpenQuestion> OpenQuestions { get; init; }

    public required UnitTree Regions { get; init; }

    public required IReadOnlyList<Department> Departments { get; init; }

    /// <summary>The city (全市) whose value is made from its units.</summary>
    public ReportingUnit City => Regions.Root;

    /// <summary>The reporting units in their official order.</summary>
    public IReadOnlyList<ReportingUnit> Units => Regions.Reporting;

    /// <summary>The quantities of which the fields of an indicator hold the one number that others hold too.</summary>
    public IEnumerable<Quantity> FactsOf(int indicatorNumber) =>
        Quantities.Where(quantity => quantity.IsOneFact && quantity.KeyOf(indicatorNumber) is not null);

    /// <summary>How many different numbers a report asks for: a shared one counts once.</summary>
    public int NumbersAsked => Indicators.Sum(indicator => indicator.Inputs.Count)
        - Quantities.Where(quantity => quantity.IsOneFact).Sum(quantity => quantity.Uses.Count - 1);

    /// <summary>The year whose amounts are entered once as baselines (基数).</summary>
    public int BaselineYear => FirstYear - 1;
}
