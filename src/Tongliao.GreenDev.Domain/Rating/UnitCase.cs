using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>All that is known of one unit and one indicator when it is rated.</summary>
public sealed class UnitCase
{
    public required string UnitCode { get; init; }

    /// <summary>Short name, for the sentence that says whose number is missing.</summary>
    public required string UnitName { get; init; }

    /// <summary>The named groups that the unit counts towards.</summary>
    public required IReadOnlyList<UnitSet> Sets { get; init; }

    /// <summary>The figures by quarter, the rated one and those before it; a missing key is a quarter not reported.</summary>
    public required IReadOnlyDictionary<Quarter, ReportedFigure> Figures { get; init; }

    /// <summary>The amount of the year before the plan (2023 基数), null when not entered.</summary>
    public ReportedInputs? Baseline { get; init; }

    /// <summary>The unit's own targets (分解指标), of all years and effective dates.</summary>
    public IReadOnlyList<UnitTarget> Targets { get; init; } = [];

    /// <summary>认可偏差 of the unit and indicator, of all days.</summary>
    public IReadOnlyList<AcceptedDeviation> Deviations { get; init; } = [];

    public ReportedFigure? FigureOf(Quarter quarter) => Figures.GetValueOrDefault(quarter);

    /// <summary>The baseline as the figure of the year before the plan; null when not entered.</summary>
    internal ReportedFigure? FigureOfBaseline => Baseline is null ? null : new ReportedFigure(Baseline, NotApplicableReason: null, IsApproved: true);

    /// <summary>The same case with another figure in a quarter, such as one that is not stored yet.</summary>
    public UnitCase With(Quarter quarter, ReportedFigure figure) => new()
    {
        UnitCode = UnitCode,
        UnitName = UnitName,
        Sets = Sets,
        Figures = new Dictionary<Quarter, ReportedFigure>(Figures) { [quarter] = figure },
        Baseline = Baseline,
        Targets = Targets,
        Deviations = Deviations,
    };

    public bool CountsFor(Indicator indicator) => indicator.IsMadeFrom(Sets);
}
