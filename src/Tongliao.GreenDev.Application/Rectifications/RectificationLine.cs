using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>A rectification with all that was arranged for it.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">What.</param>
/// <param name="Rectification">As the lights tell it.</param>
/// <param name="Latest">The last light since it opened.</param>
/// <param name="Arrangements">The latest first.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="DueOn">The last day, of the arrangement or for making one.</param>
/// <param name="MayArrange">Whether the reader may say what is done about it.</param>
public sealed record RectificationLine(
    ReportingUnit Unit,
    Indicator Indicator,
    Rectification Rectification,
    IndicatorRating Latest,
    IReadOnlyList<RectificationArrangement> Arrangements,
    RectificationState State,
    DateOnly DueOn,
    bool MayArrange)
{
    /// <summary>Null while there is none.</summary>
    public RectificationArrangement? Arranged => Arrangements.Count > 0 ? Arrangements[0] : null;

    public ValueKey Key => new(Unit.Code, Rectification.Opened.Quarter, Indicator.Number);
}
