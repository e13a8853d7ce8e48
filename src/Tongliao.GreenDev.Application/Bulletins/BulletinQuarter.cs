using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>A quarter with what there is of its bulletin.</summary>
/// <param name="Period">The quarter.</param>
/// <param name="Saved">The last 文稿 that was saved; null for none, and for who does not write.</param>
/// <param name="Editions">The latest first.</param>
public sealed record BulletinQuarter(ReportingPeriod Period, Recording? Saved, IReadOnlyList<BulletinEditionLine> Editions);
