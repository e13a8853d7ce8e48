using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A unit's target for a year (分解指标) as the bureau types it.</summary>
public sealed record SetRegionTarget(
    string UnitCode, int IndicatorNumber, int Year, decimal? Value, string? Document, DateOnly? EffectiveFrom);

/// <summary>Keeps 2023 baselines (基数) and regional targets (分解指标); the bureau only.</summary>
public sealed class TargetService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>Sets or replaces a baseline; empty inputs remove its numbers.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, or wrong numbers.</exception>
    public async Task SetBaselineAsync(
        Caller caller, string unitCode, int indicatorNumber, ReportedInputs inputs, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(cancellationToken);
        await write.RunAsync(
            caller,
            async scope =>
            {
                SubmissionOperations.RequireRole(scope.Actor, UserRole.Bureau, "只有市住建局可以录入基数。");
                var unit = reference.Unit(unitCode);
                var indicator = reference.Indicator(indicatorNumber);
                RefuseWrong(indicator, inputs);
                await scope.ReferenceChangedAsync();
                var baseline = await scope.Db.Baselines.SingleOrDefaultAsync(
                    b => b.UnitId == unit.Id && b.IndicatorId == indicator.Id, cancellationToken);
                var before = baseline?.Inputs;
                if (baseline is null)
                {
                    baseline = new Baseline { UnitId = unit.Id, IndicatorId = indicator.Id };
                    scope.Db.Baselines.Add(baseline);
                }

                baseline.Set(inputs, scope.Now);
                scope.Audit(AuditKinds.BaselineSet, $"baseline {unit.Code}/{indicator.Number}", before, inputs);
                return baseline;
            },
            cancellationToken);
    }

    /// <summary>Adds a target with its document; the one it follows stays, so that earlier quarters keep theirs.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, or something missing or wrong.</exception>
    public async Task<RegionTarget> SetTargetAsync(Caller caller, SetRegionTarget command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(cancellationToken);
        return await write.RunAsync(
            caller,
            async scope =>
            {
                SubmissionOperations.RequireRole(scope.Actor, UserRole.Bureau, "只有市住建局可以下达分解指标。");
                var target = Checked(reference, command);
                await scope.ReferenceChangedAsync();
                var earlier = await scope.Db.RegionTargets.AsNoTracking()
                    .Where(t => t.UnitId == target.UnitId && t.IndicatorId == target.IndicatorId).ToListAsync(cancellationToken);
                var before = RegionTarget.InForce(earlier, target.Year, target.EffectiveFrom);
                scope.Db.RegionTargets.Add(target);
                scope.Audit(
                    AuditKinds.TargetSet,
                    $"target {command.UnitCode}/{command.IndicatorNumber}/{command.Year}",
                    before is null ? null : new { before.Value, before.Document, before.EffectiveFrom },
                    new { target.Value, target.Document, target.EffectiveFrom });
                return target;
            },
            cancellationToken);
    }

    private static void RefuseWrong(Indicator indicator, ReportedInputs inputs)
    {
        var faults = ValueChecks.Refusals(indicator, inputs)
            .Select(issue => new FieldFault(FieldNames.Of(issue.Field), issue.Message)).ToList();
        if (faults.Count == 0 && !inputs.IsEmpty)
        {
            faults.AddRange(indicator.Inputs.Where(field => inputs[field.Key] is null)
                .Select(field => new FieldFault(FieldNames.Of(field.Key), $"请填写“{field.Label}”；清除基数请将各项全部留空。")));
        }

        if (faults.Count > 0)
        {
            throw RefusalException.Invalid("invalid_value", faults[0].Message, faults);
        }
    }

    private static RegionTarget Checked(ReferenceData reference, SetRegionTarget command)
    {
        var unit = reference.Unit(command.UnitCode);
        var indicator = reference.Indicator(command.IndicatorNumber);
        if (indicator.TargetOf(command.Year) is null)
        {
            throw RefusalException.NotFound($"方案没有{command.Year}年的目标，请选择{indicator.Targets[0].Year}至{indicator.Targets[^1].Year}年。");
        }

        var faults = new List<FieldFault>();
        if (command.Value is not { } value || value < 0 || decimal.Round(value, 4) != value || value >= 1_000_000_000_000m)
        {
            faults.Add(new FieldFault("value", $"请填写目标值（{indicator.Unit}），不能为负，整数最多12位、小数最多4位。"));
        }
        else if (value > indicator.HardRange.Upper && !indicator.IsSum)
        {
            faults.Add(new FieldFault("value", $"目标值不能超过{indicator.HardRange.Upper:0.##}{indicator.Unit}。"));
        }

        if (TypedText.Name(command.Document) is not { Length: <= 200 } document || document.Any(char.IsControl))
        {
            faults.Add(new FieldFault("document", "请填写下达分解指标的文件名称或文号，最多200个字，不能有换行。"));
        }

        if (command.EffectiveFrom is null)
        {
            faults.Add(new FieldFault("effectiveFrom", "请填写生效日期，例如2024-01-01。"));
        }

        return faults.Count > 0
            ? throw RefusalException.Invalid("invalid_target", faults[0].Message, faults)
            : new RegionTarget
            {
                UnitId = unit.Id,
                IndicatorId = indicator.Id,
                Year = command.Year,
                Value = command.Value!.Value,
                Document = TypedText.Name(command.Document)!,
                EffectiveFrom = command.EffectiveFrom!.Value,
            };
    }
}
