using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>Builds what is known of one unit and one indicator, quarters written as <c>2024Q1</c>.</summary>
public sealed class UnitCaseBuilder(string code, string name, bool isCentralUrban)
{
    private readonly Dictionary<Quarter, ReportedFigure> figures = [];
    private readonly List<UnitTarget> targets = [];
    private readonly List<AcceptedDeviation> deviations = [];
    private ReportedInputs? baseline;

    public UnitCaseBuilder Reported(string quarter, ReportedFigure figure)
    {
        figures[Quarter.Parse(quarter)] = figure;
        return this;
    }

    public UnitCaseBuilder Ratio(string quarter, decimal numerator, decimal denominator, bool approved = true) =>
        Reported(quarter, TestData.Ratio(numerator, denominator, approved));

    public UnitCaseBuilder Amount(string quarter, decimal amount, bool approved = true) =>
        Reported(quarter, TestData.Amount(amount, approved));

    public UnitCaseBuilder Water(string quarter, decimal supplied, decimal billed, decimal correction, bool approved = true) =>
        Reported(quarter, TestData.Water(supplied, billed, correction, approved));

    public UnitCaseBuilder NotApplicable(string quarter, string reason = "当地无此项", bool approved = true) =>
        Reported(quarter, TestData.NotApplicable(reason, approved));

    /// <summary>The amount of 2023.</summary>
    public UnitCaseBuilder Baseline(decimal amount) => Baseline(new ReportedInputs { Amount = amount });

    /// <summary>What there was at the end of 2023.</summary>
    public UnitCaseBuilder Baseline(ReportedInputs inputs)
    {
        baseline = inputs;
        return this;
    }

    /// <summary>分解指标 of a year, by default in force throughout.</summary>
    public UnitCaseBuilder Target(int year, decimal value, string effectiveFrom = "2023-12-01")
    {
        targets.Add(new UnitTarget
        {
            Recorded = Recording.OnTrial,
            UnitId = 1,
            IndicatorId = 1,
            Year = year,
            Value = value,
            Document = "通住建发〔2024〕1号",
            EffectiveFrom = DateOnly.ParseExact(effectiveFrom, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        });
        return this;
    }

    /// <summary>认可偏差 from a day until another; null withdraws.</summary>
    public UnitCaseBuilder Accepted(string from, string? until)
    {
        deviations.Add(TestData.Deviation(deviations.Count + 1, from, until));
        return this;
    }

    public UnitCase Build() => new()
    {
        UnitCode = code,
        UnitName = name,
        Sets = isCentralUrban ? [UnitSet.CentralUrban] : [],
        Figures = figures,
        Baseline = baseline,
        Targets = targets,
        Deviations = deviations,
    };
}
