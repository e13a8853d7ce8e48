using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Another value of the report, which took over a number that it shares with one that was saved.</summary>
/// <param name="IndicatorNumber">序号 of its indicator.</param>
/// <param name="Statement">What it says now.</param>
/// <param name="Saved">How it stands in the database now.</param>
public sealed record CarriedValue(int IndicatorNumber, Statement Statement, SavedValue Saved);
