using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>A baseline that a unit needs, with what stands and what was filed last.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">Of what.</param>
/// <param name="Baseline">What was recorded; null for nothing, or taken back.</param>
/// <param name="Filing">What was filed last; null for nothing.</param>
/// <param name="Decision">On that; null while it waits.</param>
public sealed record BaselineFilingLine(ReportingUnit Unit, Indicator Indicator, Baseline? Baseline, BaselineFiling? Filing, BaselineFilingDecision? Decision)
{
    /// <summary>For the bureau to decide.</summary>
    public bool IsWaiting => Filing is not null && Decision is null;

    /// <summary>Came back to the unit.</summary>
    public bool IsReturned => Decision is { IsAdopted: false };

    /// <summary>Nothing stands there, nothing waits and nothing came back: the unit has not said it.</summary>
    public bool IsMissing => Baseline is null && !IsWaiting && !IsReturned;

    /// <summary>待审核, 已退回, 已采用, 未申报, or 已录入 for what the bureau recorded itself.</summary>
    public string Word => this switch
    {
        { IsWaiting: true } => "待审核",
        { IsReturned: true } => "已退回",
        { Filing: not null } => "已采用",
        { Baseline: not null } => "已录入",
        _ => "未申报",
    };

    /// <summary>To be carried back by whoever files or decides next.</summary>
    public int Version => Filing?.Number ?? 0;
}
