using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>基数申报: a unit states its baseline, the bureau adopts it or returns it. Adopted, it is recorded as any other baseline; all rows stay.</summary>
public sealed class BaselineFilingService(WriteTransaction write, PlanCatalogue catalogue, NoticeWriter notices)
{
    /// <summary>States what the own unit had; takes the place of what waits.</summary>
    /// <exception cref="RefusalException">Not the unit's clerk, not needed, wrong numbers, no ground, settled, or changed since it was read.</exception>
    public async Task<BaselineFiling> FileAsync(Caller caller, FileBaseline command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        return await write.RunAsync(caller, command, scope => FileAsync(scope, reference, command), cancellationToken);
    }

    /// <summary>Decides on what was filed last.</summary>
    /// <exception cref="RefusalException">Not the bureau, or whoever filed it; nothing waits; no reason to return it; settled, or changed since it was read.</exception>
    public async Task<BaselineFilingDecision> DecideAsync(Caller caller, DecideBaseline command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        return await write.RunAsync(caller, command, scope => DecideAsync(scope, reference.Facts, command), cancellationToken);
    }

    private async Task<BaselineFiling> FileAsync(WriteScope scope, ReferenceData reference, FileBaseline command)
    {
        var facts = reference.Facts;
        var unit = ReportAccess.RequireReporting(scope.Actor, facts, command.UnitCode);
        scope.Actor.Require(Act.FileBaselines);
        if (scope.Actor.UnitId != unit.Id)
        {
            throw RefusalException.Forbidden("只能申报本地区的基数。");
        }

        var indicator = facts.Indicator(command.IndicatorNumber);
        BaselineFilingChecks.Require(reference, indicator, unit, command);
        var last = await LastAsync(scope, unit, indicator);
        await RequireSeenAsync(scope, command.Version, unit, indicator, last);
        var filing = new BaselineFiling
        {
            UnitId = unit.Id,
            IndicatorId = indicator.Id,
            Number = (last?.Number ?? 0) + 1,
            Inputs = command.Inputs,
            Ground = BaselineFilingChecks.GroundOf(command.Ground)!,
            Support = BaselineFilingChecks.GroundOf(command.Support),
            Recorded = scope.Recording,
        };
        scope.Db.BaselineFilings.Add(filing);
        scope.Audit(AuditKinds.BaselineFiled, new AuditSubject.Baseline(unit.Code, indicator.Number), last is null ? null : AuditedFiling.Of(last), AuditedFiling.Of(filing));
        await notices.TellAsync(scope, await BaselineFilingNews.FiledAsync(scope, facts, unit, indicator));
        return filing;
    }

    private async Task<BaselineFilingDecision> DecideAsync(WriteScope scope, PlanFacts facts, DecideBaseline command)
    {
        scope.Actor.Require(Act.ManageBaselines);
        var (unit, indicator) = (facts.Unit(command.UnitCode), facts.Indicator(command.IndicatorNumber));
        if (command.IsAdopted)
        {
            await scope.ReferenceChangedAsync();
            BaselineFilingChecks.RefuseSettled(facts, indicator);
        }

        var last = await LastAsync(scope, unit, indicator);
        await RequireSeenAsync(scope, command.Version, unit, indicator, last);
        if (last is null || await scope.Db.BaselineFilingDecisions.AnyAsync(decision => decision.FilingId == last.Id, scope.CancellationToken))
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, $"{unit.ShortName}第{indicator.Number}项没有待审核的基数申报，请刷新后查看。");
        }

        if (last.Recorded.ById == scope.Actor.UserId)
        {
            throw RefusalException.Forbidden("这项基数是您申报的，不能由同一人审核，请由市住建局其他人员办理。");
        }

        var decided = new BaselineFilingDecision
        {
            FilingId = last.Id,
            IsAdopted = command.IsAdopted,
            Reason = command.IsAdopted && string.IsNullOrWhiteSpace(command.Reason) ? null : RequiredReason.Of(command.Reason, "请写明退回原因", "原因", "与统计年鉴不一致"),
            Recorded = scope.Recording,
        };
        scope.Db.BaselineFilingDecisions.Add(decided);
        scope.Audit(AuditKinds.BaselineFilingDecided, new AuditSubject.Baseline(unit.Code, indicator.Number), AuditedFiling.Of(last), new AuditedFilingDecision(decided.IsAdopted, decided.Reason));
        if (command.IsAdopted)
        {
            var earlier = await scope.Db.Baselines.AsNoTracking().Where(baseline => baseline.UnitId == unit.Id && baseline.IndicatorId == indicator.Id)
                .OrderByDescending(baseline => baseline.Version).FirstOrDefaultAsync(scope.CancellationToken);
            ReferenceRows.AddBaseline(scope, unit, indicator, earlier, last.Inputs);
        }

        await notices.TellAsync(scope, await BaselineFilingNews.DecidedAsync(scope, facts, unit, indicator, decided));
        return decided;
    }

    /// <summary>What was filed last; until the end nobody else files or decides for the unit.</summary>
    private static async Task<BaselineFiling?> LastAsync(WriteScope scope, ReportingUnit unit, Indicator indicator)
    {
        await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.BaselineFiling}, {unit.Id})", scope.CancellationToken);
        return await scope.Db.BaselineFilings.AsNoTracking().Where(filing => filing.UnitId == unit.Id && filing.IndicatorId == indicator.Id)
            .OrderByDescending(filing => filing.Number).FirstOrDefaultAsync(scope.CancellationToken);
    }

    private static Task RequireSeenAsync(WriteScope scope, int? seen, ReportingUnit unit, Indicator indicator, BaselineFiling? last) => SeenVersion.RequireAsync(
        scope,
        seen,
        new CurrentFiling(last?.Number ?? 0, last?.Inputs ?? ReportedInputs.None, last?.Ground),
        $"{unit.ShortName}第{indicator.Number}项的基数申报",
        new AuditSubject.Baseline(unit.Code, indicator.Number),
        AuditKinds.BaselineFiled);
}
