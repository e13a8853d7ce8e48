using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>Sets the thresholds (阈值) of check rules; the bureau only.</summary>
public sealed class CheckService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>Adds another version of a rule; it holds from now on for all that is not submitted yet.</summary>
    /// <exception cref="RefusalException">Not the bureau, no such rule, a number out of range, no reason, no change, or changed since it was read.</exception>
    public async Task<CheckRule> SetAsync(Caller caller, SetCheckRule command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManageChecks);
                var known = facts.Checks.All.FirstOrDefault(rule => rule.Number == command.Number) ?? throw RefusalException.NotFound("没有这条校核规则。");
                Faults(facts, known, command).Refuse(RefusalCodes.InvalidCheck);
                await scope.ReferenceChangedAsync();
                var last = await scope.Db.CheckRules.AsNoTracking().Where(rule => rule.Code == known.Code)
                    .OrderByDescending(rule => rule.Version).FirstAsync(cancellationToken);
                var subject = new AuditSubject.Check(last.Number);
                await SeenVersion.RequireAsync(scope, command.Version, new CurrentCheckRule(last.Version, last), last.Name, subject, AuditKinds.CheckSet);
                var next = last.With(last.Settled(command.Settings), TypedText.Clean(command.Reason)!, scope.Recording);
                RefuseUnchanged(last, next);
                scope.Db.CheckRules.Add(next);
                scope.Audit(AuditKinds.CheckSet, subject, AuditedCheck.Of(facts, last), AuditedCheck.Of(facts, next));
                return next;
            },
            cancellationToken);
    }

    private static List<FieldFault> Faults(PlanFacts facts, CheckRule rule, SetCheckRule command)
    {
        var faults = new List<FieldFault>();
        foreach (var setting in command.Settings)
        {
            var parameter = rule.Parameters.FirstOrDefault(known => known.Key == setting.Parameter);
            if (parameter is null || (setting.Field is not null && !(parameter.IsPerField && HasField(facts, setting))))
            {
                throw RefusalException.NotFound($"{rule.Name}没有这个阈值。");
            }

            if (!parameter.Allows(setting.Value))
            {
                faults.Add(new FieldFault(
                    CheckWords.NameOf(setting), $"“{parameter.Label}”应在{NumberText.Display(parameter.Least)}至{NumberText.Display(parameter.Most)}之间，小数最多4位。"));
            }
        }

        if (command.Settings.Select(CheckWords.NameOf).GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } doubled)
        {
            faults.Add(new FieldFault(doubled.Key, "同一填报项只能单独设定一次。"));
        }

        if (!VisibleText.IsReason(command.Reason))
        {
            faults.Add(new FieldFault("reason", $"调整原因{VisibleText.ReasonAdvice}。"));
        }
        else if (TypedText.Clean(command.Reason)!.Length > ValueChecks.MaxTextLength)
        {
            faults.Add(new FieldFault("reason", Statement.TooLong("调整原因", command.Reason!.Length) + "。"));
        }

        return faults;
    }

    private static bool HasField(PlanFacts facts, CheckSetting setting) => facts.Plan.Indicators.Any(
        indicator => indicator.Number == setting.IndicatorNumber && indicator.Inputs.Any(field => field.Key == setting.Field));

    private static void RefuseUnchanged(CheckRule last, CheckRule next)
    {
        if (next.Settings.ToHashSet().SetEquals(last.Settings))
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidCheck, $"{last.Name}的阈值没有改动，不用保存。");
        }
    }
}

/// <summary>The thresholds of a rule in the audit.</summary>
internal sealed record AuditedCheck([property: DisplayName("阈值")] string Thresholds, [property: DisplayName("原因")] string Reason) : AuditPayload
{
    public static AuditedCheck Of(PlanFacts facts, CheckRule rule) => new(string.Join("；", CheckWords.Thresholds(facts.Plan, rule)), rule.Reason);
}
