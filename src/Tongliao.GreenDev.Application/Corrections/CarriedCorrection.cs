using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>Another value of the report that holds a number which a correction changes (共用数), and what it says after it.</summary>
internal sealed record CarriedCorrection(Indicator Indicator, ReportedValue Value, Statement Statement);
