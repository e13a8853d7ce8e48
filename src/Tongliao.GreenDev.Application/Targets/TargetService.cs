using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Keeps 2023 baselines (基数) and unit targets (分解指标); the bureau only.</summary>
public sealed class TargetService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>Sets or replaces a baseline.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, wrong numbers, or changed since it was read.</exception>
    public async Task<Baseline> SetBaselineAsync(Caller caller, SetBaseline command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManageBaselines);
                var unit = facts.Unit(command.UnitCode);
                var indicator = facts.Indicator(command.IndicatorNumber);
                TargetChecks.WrongInputs(indicator, command.Inputs, mayBeEmpty: true).Refuse();
                await scope.ReferenceChangedAsync();
                RefuseIfSettled(SettledQuarters.Why(facts.Periods, $"{indicator.ShortName}的基数"));
                var earlier = await scope.Db.Baselines.AsNoTracking().Where(b => b.UnitId == unit.Id && b.IndicatorId == indicator.Id)
                    .OrderByDescending(b => b.Version).FirstOrDefaultAsync(cancellationToken);
                await SeenVersion.RequireAsync(
                    scope,
                    command.Version,
                    new CurrentBaseline(earlier?.Version ?? 0, earlier?.Inputs ?? ReportedInputs.None),
                    $"{unit.ShortName}第{indicator.Number}项的基数",
                    new AuditSubject.Baseline(unit.Code, indicator.Number),
                    AuditKinds.BaselineSet);
                return ReferenceRows.AddBaseline(scope, unit, indicator, earlier, command.Inputs);
            },
            cancellationToken);
    }

    /// <summary>Adds a target with its document; the one it follows stays, so that earlier quarters keep theirs.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, something missing or wrong, or another was added since they were read.</exception>
    public async Task<EnteredTarget> SetTargetAsync(Caller caller, SetUnitTarget command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManageTargets);
                RequireFitting(facts, command);
                await scope.ReferenceChangedAsync();
                RefuseIfSettled(SettledQuarters.WhyOfYear(facts.Periods, command.Year));
                var (unit, indicator) = (facts.UnitWithTargets(command.UnitCode), facts.Indicator(command.IndicatorNumber));
                var earlier = await scope.Db.UnitTargets.AsNoTracking()
                    .Where(t => t.UnitId == unit.Id && t.IndicatorId == indicator.Id && t.Year == command.Year).ToListAsync(cancellationToken);
                var last = earlier.MaxBy(t => t.Version);
                await SeenVersion.RequireAsync(
                    scope,
                    command.Version,
                    new CurrentTarget(last?.Version ?? 0, last?.Value, last?.Document, last?.EffectiveFrom),
                    $"{unit.ShortName}第{indicator.Number}项{command.Year}年的分解指标",
                    new AuditSubject.Target(unit.Code, indicator.Number, command.Year),
                    AuditKinds.TargetSet);
                var target = ReferenceRows.AddTarget(
                    scope, unit, indicator, command.Year, earlier, command.Value!.Value, TypedText.Document(command.Document)!, command.EffectiveFrom!.Value);
                return new EnteredTarget(target, target.AppliesTo([.. earlier, target], facts.LockOf));
            },
            cancellationToken);
    }

    /// <summary>Only spares a change that would change nothing: what is recorded after a lock is not looked at by it, however close.</summary>
    private static void RefuseIfSettled(string? why)
    {
        if (why is not null)
        {
            throw RefusalException.Conflict(RefusalCodes.PeriodLocked, why);
        }
    }

    private static void RequireFitting(PlanFacts facts, SetUnitTarget command)
    {
        facts.UnitWithTargets(command.UnitCode);
        var indicator = facts.Indicator(command.IndicatorNumber);
        if (TargetChecks.WrongYear(indicator, command.Year) is { } wrongYear)
        {
            throw RefusalException.NotFound(wrongYear);
        }

        var faults = new List<FieldFault>();
        Add("value", TargetChecks.WrongValue(indicator, command.Value));
        Add("document", TargetChecks.WrongDocument(command.Document));
        Add("effectiveFrom", TargetChecks.WrongDay(facts, command.Year, command.EffectiveFrom));
        faults.Refuse(RefusalCodes.InvalidTarget);

        void Add(string field, string? fault)
        {
            if (fault is not null)
            {
                faults.Add(new FieldFault(field, fault));
            }
        }
    }
}
