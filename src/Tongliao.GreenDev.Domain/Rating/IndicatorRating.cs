using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>The light of one indicator for one unit or the city in one quarter, with everything it says besides (rules §5).</summary>
public sealed record IndicatorRating
{
    internal IndicatorRating(
        Indicator indicator, Quarter quarter, string unitCode, YearTarget yearTarget, RagStatus judged, Measurement measurement)
    {
        Indicator = indicator;
        Quarter = quarter;
        UnitCode = unitCode;
        YearTarget = yearTarget;
        Judged = judged;
        Measurement = measurement;
    }

    public Indicator Indicator { get; }

    public Quarter Quarter { get; }

    /// <summary>Code of the unit or the city.</summary>
    public string UnitCode { get; }

    /// <summary>全年目标 in force, whether anything is judged or not.</summary>
    public YearTarget YearTarget { get; }

    /// <summary>Unit in which value, expected value and target are said: %, 个百分点 of an increase.</summary>
    public string Unit => Indicator.UnitOf(YearTarget.Annex);

    /// <summary>What is shown: as judged, unless a document accepts that it is behind.</summary>
    public RagStatus State => Deviation is null ? Judged : RagStatus.Accepted;

    /// <summary>By value and target alone.</summary>
    public RagStatus Judged { get; }

    /// <summary>认可偏差 that holds on the quarter's last day; null where there is none, or nothing is behind.</summary>
    public AcceptedDeviation? Deviation { get; private init; }

    public Measurement Measurement { get; internal init; }

    /// <summary>The exact value, of an incomplete city the partial one; null when there is none or it is <see cref="IsWithheld"/>.</summary>
    public Rational? Value => Measurement.Value;

    /// <summary>The city's numbers are kept from this reader, as they would tell another unit's figure before it is approved.</summary>
    public bool IsWithheld => WithheldBelow is not null;

    /// <summary>From how many units on it would be told; null when nothing is withheld.</summary>
    public int? WithheldBelow { get; internal init; }

    /// <summary>What was due; null when the state is no light.</summary>
    public PeriodTarget? Target { get; internal init; }

    /// <summary>时序进度, also where a value that would be judged is not there; null where nothing is judged, or where what it starts from is not known.</summary>
    public Rational? Path { get; internal init; }

    /// <summary>How far the value is on the wrong side, 0 on the right one; null when the state is no light or the value is withheld.</summary>
    public Rational? Shortfall { get; internal init; }

    /// <summary>暂: not all that went in is approved.</summary>
    public bool IsProvisional { get; internal init; }

    /// <summary>Of the city: units that have reported, out of <see cref="CountingUnits"/>; null for a unit.</summary>
    public int? ReportedUnits { get; internal init; }

    public int? CountingUnits { get; internal init; }

    /// <summary>较上季度; null without a comparable value.</summary>
    public Rational? ChangeOnQuarter { get; internal init; }

    /// <summary>较上年同期; null without a comparable value.</summary>
    public Rational? ChangeOnYear { get; internal init; }

    /// <summary>What is still needed by the year's end in each remaining quarter; null when green, in Q4 or without a light.</summary>
    public Rational? NeededPerQuarter { get; internal init; }

    /// <summary>Of a sum that is not green: the year's amount at the pace so far, year-to-date ÷ curve(q).</summary>
    public Rational? YearAmountAtPace { get; internal init; }

    /// <summary>The same where deviations (认可偏差) were accepted, of which the one that holds on the quarter's last day shows it apart while it is behind.</summary>
    /// <param name="deviations">Of the same unit and indicator.</param>
    internal IndicatorRating Under(IEnumerable<AcceptedDeviation> deviations) =>
        Judged.IsBehind() && AcceptedDeviation.InForce(deviations, Quarter.LastDay) is { } accepted ? this with { Deviation = accepted } : this;

    /// <summary>Value, target and gap in a few words each.</summary>
    public RatingWords Words => new(this);

    /// <summary>The whole as Chinese prose that an official could read out.</summary>
    public string Explanation => RatingExplanation.Of(this);

    /// <summary>The value in the indicator's own decimals; empty when there is none.</summary>
    public string Displayed => Value is { } value ? RatingExplanation.Number(value, Indicator.DisplayDecimals) : "";
}
