using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>All that an annex workbook says.</summary>
/// <param name="Plan">The plan whose annex is exported.</param>
/// <param name="Quarter">The quarter monitored.</param>
/// <param name="Ratings">Of the city and the units the reader may see; a unit without any rating gets no column.</param>
/// <param name="GeneratedAt">The moment of the export, in the offset in which it is to be read.</param>
/// <param name="IsDemo">演示数据: the sheets with numbers say so.</param>
/// <param name="BasisWord">Which figures went in: 按上报数（含未审核） or 按审核通过数.</param>
public sealed record AnnexReport(
    Plan Plan,
    Quarter Quarter,
    IReadOnlyList<IndicatorRating> Ratings,
    DateTimeOffset GeneratedAt,
    bool IsDemo,
    string BasisWord)
{
    internal ExportHead Head => new(Quarter, BasisWord, AsOf, GeneratedAt, IsDemo);

    /// <summary>How a rating was reckoned and what would turn it green, for the sheet of explanations; nothing where nobody asks.</summary>
    public Func<IndicatorRating, IReadOnlyList<AccountFact>> FactsOf { get; init; } = _ => [];

    /// <summary>What units answered for their values, with the questions; told on the sheet of explanations alone.</summary>
    public IReadOnlyList<ValueAnswer> Answers { get; init; } = [];

    /// <summary>Where every value comes from, on a sheet of its own; null where nobody asked.</summary>
    public IReadOnlyList<ProvenanceLine>? Provenance { get; init; }

    /// <summary>截至: as of when the results are; null for the moment of the export.</summary>
    public AsOf? AsOf { get; init; }
}
