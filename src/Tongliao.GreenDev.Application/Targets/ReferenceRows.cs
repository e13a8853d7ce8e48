using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Adds the rows in which baselines and unit targets are recorded, each with its audit. Whoever adds one has looked whether it may be.</summary>
internal static class ReferenceRows
{
    /// <param name="scope">The change.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="indicator">Of what.</param>
    /// <param name="earlier">The last one recorded; null for none.</param>
    /// <param name="inputs">Empty takes the baseline back.</param>
    public static Baseline AddBaseline(WriteScope scope, ReportingUnit unit, Indicator indicator, Baseline? earlier, ReportedInputs inputs)
    {
        var baseline = new Baseline
        {
            UnitId = unit.Id,
            IndicatorId = indicator.Id,
            Inputs = inputs,
            Version = (earlier?.Version ?? 0) + 1,
            Recorded = scope.Recording,
        };
        scope.Db.Baselines.Add(baseline);
        scope.Audit(
            AuditKinds.BaselineSet,
            new AuditSubject.Baseline(unit.Code, indicator.Number),
            earlier is null ? null : AuditedInputs.Of(earlier.Inputs),
            AuditedInputs.Of(inputs));
        return baseline;
    }

    /// <param name="scope">The change.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="indicator">Of what.</param>
    /// <param name="year">Of which year.</param>
    /// <param name="earlier">All that were recorded of these.</param>
    /// <param name="value">In the indicator's unit.</param>
    /// <param name="document">依据文件, cleaned.</param>
    /// <param name="effectiveFrom">生效日期.</param>
    public static UnitTarget AddTarget(
        WriteScope scope, ReportingUnit unit, Indicator indicator, int year, IReadOnlyList<UnitTarget> earlier, decimal value, string document, DateOnly effectiveFrom)
    {
        var target = new UnitTarget
        {
            UnitId = unit.Id,
            IndicatorId = indicator.Id,
            Year = year,
            Value = value,
            Document = document,
            EffectiveFrom = effectiveFrom,
            Version = VersionOf(earlier) + 1,
            Recorded = scope.Recording,
        };
        scope.Db.UnitTargets.Add(target);
        scope.Audit(
            AuditKinds.TargetSet,
            new AuditSubject.Target(unit.Code, indicator.Number, year),
            UnitTarget.InForce(earlier, year, effectiveFrom) is { } before ? AuditedTarget.Of(before) : null,
            AuditedTarget.Of(target));
        return target;
    }

    /// <summary>Of the last of a unit's targets for an indicator and year; 0 for none.</summary>
    public static int VersionOf(IEnumerable<UnitTarget> earlier) => earlier.Select(target => target.Version).DefaultIfEmpty().Max();
}
