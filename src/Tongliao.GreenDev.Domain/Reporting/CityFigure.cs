using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What a yearbook (统计年鉴) or another document says of one number of the whole city for a year. Rows are only ever added; the last version holds.</summary>
public sealed class CityFigure
{
    public int Id { get; private init; }

    public required int IndicatorId { get; init; }

    /// <summary>The field whose numbers of all units it is compared with.</summary>
    public required InputKey Field { get; init; }

    public required int Year { get; init; }

    /// <summary>In the field's unit.</summary>
    public required decimal Value { get; init; }

    /// <summary>来源: the yearbook with its year, page or table.</summary>
    public required string Document { get; init; }

    /// <summary>From 1 for each indicator, field and year, in the order of recording.</summary>
    public required int Version { get; init; }

    public required Recording Recorded { get; init; }
}
