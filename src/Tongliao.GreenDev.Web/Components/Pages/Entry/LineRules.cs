using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>What one row is checked against and rated by.</summary>
public sealed class LineRules
{
    private readonly Quarter quarter;
    private readonly UnitCase known;
    private CheckContext context;

    public LineRules(ReportEntry entry, Quarter quarter, CheckRules checks, Func<int, ReportedFigure?> beside, Func<CarriedOver?> carriedOver)
    {
        this.quarter = quarter;
        known = entry.Case;
        context = new CheckContext(entry.Indicator, known, beside, checks) { LacksEvidence = entry.Evidence.Count == 0, CarriedOver = carriedOver };
        Evidence = entry.Evidence;
        YearTarget = entry.Rating.YearTarget;
    }

    public Indicator Indicator => context.Indicator;

    public CheckRules Checks => context.Checks;

    /// <summary>What the unit said before, by quarter.</summary>
    public IReadOnlyDictionary<Quarter, ReportedFigure> Figures => known.Figures;

    /// <summary>全年目标 in force.</summary>
    public YearTarget YearTarget { get; }

    /// <summary>佐证材料 that stands beside the value; handed in and removed by acts of their own, not saved with the row.</summary>
    public IReadOnlyList<EvidenceFile> Evidence { get; private set; }

    /// <summary>The value of the quarter before; null when there is none.</summary>
    public string? Previous => RatingWords.ValueBefore(Indicator, quarter, known);

    /// <summary>What was typed a quarter before; null for nothing.</summary>
    public ReportedInputs? LastQuarter => known.FigureOf(quarter.Previous)?.Inputs;

    /// <summary>What was typed into a field a quarter before.</summary>
    public string PreviousOf(InputKey key) => NumberText.Display(LastQuarter?[key]);

    /// <summary>Files have come or gone.</summary>
    public void Support(IReadOnlyList<EvidenceFile> evidence)
    {
        Evidence = evidence;
        context = context with { LacksEvidence = evidence.Count == 0 };
    }

    public EntryLight LightOf(ReportedFigure figure) => EntryLight.Of(RatingRules.RateUnit(Indicator, quarter, known.With(quarter, figure)), figure);

    public IReadOnlyList<EntryFinding> FindingsOf(ReportedFigure figure, IReadOnlyList<Explanation> explanations) =>
        FindingList.Of(quarter, figure, explanations, context);
}
