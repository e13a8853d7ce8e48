using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>Whether a correction may be asked for or decided.</summary>
internal static class CorrectionChecks
{
    /// <exception cref="RefusalException">Conflict: not approved, or not the version that was read.</exception>
    public static void RequireCorrectable(ReportedValue value, int? version, Indicator indicator)
    {
        if (value.Status != ValueStatus.Accepted)
        {
            throw RefusalException.Conflict(
                RefusalCodes.WrongStatus, $"第{indicator.Number}项现在是“{value.Status.Word()}”，不是审核通过的数据，不能更正；可以直接修改或退回。");
        }

        if (version != value.Version)
        {
            throw RefusalException.Conflict(RefusalCodes.StaleVersion, $"第{indicator.Number}项在提出更正后已有变化，请按最新数据重新申请更正。");
        }
    }

    /// <exception cref="RefusalException">Conflict: another request for the value waits.</exception>
    public static async Task RefusePendingAsync(WriteScope scope, ReportedValue value, Indicator indicator)
    {
        var waits = await scope.Db.Corrections.AnyAsync(
            correction => correction.ValueId == value.Id && correction.Version == value.Version
                && !scope.Db.CorrectionDecisions.Any(decision => decision.CorrectionId == correction.Id),
            scope.CancellationToken);
        if (waits)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, $"第{indicator.Number}项已有一条更正申请待市住建局办理，请等办理后再申请。");
        }
    }

    /// <exception cref="RefusalException">Conflict: decided before.</exception>
    public static async Task RefuseDecidedAsync(WriteScope scope, CorrectionLine line)
    {
        if (await scope.Db.CorrectionDecisions.AnyAsync(decision => decision.CorrectionId == line.Correction.Id, scope.CancellationToken))
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, "这条更正申请已经办理过了，请刷新后查看结果。");
        }
    }

    /// <summary>What the value is to say, as fit to be submitted as if it were an entry: the same checks, with the explanation for what they query.</summary>
    /// <exception cref="RefusalException">Invalid: wrong, unchanged, or queried and not explained.</exception>
    public static async Task<Statement> StatementAsync(
        WriteScope scope, ReferenceData reference, ReportingUnit unit, Indicator indicator, Quarter quarter, ReportedValue value, RequestCorrection command)
    {
        var statement = value.Statement with { Inputs = command.Inputs, NotApplicableReason = null, Explanations = [] };
        DraftChecks.Faults(indicator, statement).Refuse();
        if (statement.Inputs == value.Statement.Inputs)
        {
            throw RefusalException.Invalid(RefusalCodes.InvalidValue, "更正后的数与现在的数相同，没有需要更正的内容。");
        }

        var table = await FigureTable.ReadAsync(
            scope.Db,
            reference.Facts,
            FigureTable.QuartersForChecks(reference.Facts.Plan, quarter),
            FigureBasis.Entered,
            unit.Id,
            FigureTable.OnlyFor(indicator),
            scope.CancellationToken);
        var context = table.CheckContextOf(reference, unit, reference.Facts.Indicator(indicator.Number), quarter);
        var explanation = TypedText.Clean(command.Explanation);
        var raised = FindingList.Of(quarter, statement.ToFigure(isApproved: false), [], context);
        if (explanation is not null)
        {
            statement = statement with { Explanations = [.. raised.Where(finding => finding.Key is not null).Select(finding => new Explanation(finding.Key!, explanation))] };
            raised = FindingList.Of(quarter, statement.ToFigure(isApproved: false), statement.Explanations, context);
        }

        var open = raised.Where(finding => finding.BlocksSubmission).ToList();
        open.ConvertAll(finding => new FieldFault(finding.Key is null ? finding.Field : "explanation", finding.Message)).Refuse();
        return statement;
    }

    /// <inheritdoc cref="RequiredReason.Of"/>
    public static string RequireReason(string? typed, string what) => RequiredReason.Of(typed, $"请写明{what}原因", $"{what}原因");
}
