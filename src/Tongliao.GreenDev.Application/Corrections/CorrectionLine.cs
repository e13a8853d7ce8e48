using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>A correction with what it is about.</summary>
/// <param name="Correction">What was asked for.</param>
/// <param name="Unit">Whose value.</param>
/// <param name="Quarter">Of which quarter.</param>
/// <param name="Indicator">Which.</param>
/// <param name="Before">What the value said.</param>
/// <param name="Decision">Null while it waits.</param>
public sealed record CorrectionLine(
    Correction Correction, ReportingUnit Unit, Quarter Quarter, Indicator Indicator, Statement Before, CorrectionDecision? Decision)
{
    /// <summary>The same as it was at a moment (截至); null before it was asked for, and for now the same.</summary>
    public CorrectionLine? SeenAt(DateTimeOffset? moment) =>
        !Correction.Recorded.IsKnownAt(moment) ? null
        : Decision?.Recorded.IsKnownAt(moment) == false ? this with { Decision = null }
        : this;

    /// <summary>待批准, 已批准 or 已驳回.</summary>
    public string Word => Decision switch
    {
        null => "待批准",
        { IsApproved: true } => "已批准",
        _ => "已驳回",
    };
}
