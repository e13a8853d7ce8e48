using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>Whether a file may come to, or go from, what it is to support.</summary>
internal static class EvidenceChecks
{
    /// <summary>What a file is, by its content and the limit of its size.</summary>
    /// <exception cref="RefusalException">Invalid, with what to do.</exception>
    public static CheckedFile RequireFile(string? name, byte[] content, EvidenceOptions limits)
    {
        if (content.LongLength > limits.MaxFileBytes)
        {
            throw Refusal($"文件有{FileSizes.Word(content.LongLength)}，超过{limits.MaxFileMegabytes} MB的上限。请压缩，或拆成几份后再上传。");
        }

        var (file, fault) = CheckedFile.Of(name, content);
        return file ?? throw Refusal(fault!);
    }

    /// <summary>The unit, for who may change what stands beside its values, or beside corrections of them.</summary>
    /// <exception cref="RefusalException">NotFound for a unit out of sight, Forbidden for one in sight or a role that does not.</exception>
    public static ReportingUnit RequireUnit(Actor actor, PlanFacts facts, string unitCode, bool isOfCorrection)
    {
        if (!isOfCorrection)
        {
            return ReportAccess.RequireOwnUnit(actor, facts, unitCode);
        }

        actor.Require(Act.RequestCorrections);
        return ReportAccess.RequireReporting(actor, facts, unitCode);
    }

    /// <exception cref="RefusalException">Conflict: the value is on its way through review, the quarter closed, or the correction decided.</exception>
    public static Task RequireChangeableAsync(
        WriteScope scope, ReportingPeriod period, ReportedValue value, Indicator indicator, long? correctionId) => correctionId is { } id
            ? RequireUndecidedAsync(scope, value, id)
            : !period.AcceptsEntry ? throw RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(period))
            : value.Status.IsWithClerk() ? Task.CompletedTask
            : throw RefusalException.Conflict(
                RefusalCodes.UnderReview, $"第{indicator.Number}项当前为“{value.Status.Word()}”，佐证材料不能再增减；需要时请审核人退回，或在“历史”页申请更正。");

    /// <summary>Room beside the value, or the correction, and in the report. The report is held, so that two files do not take the same room.</summary>
    /// <exception cref="RefusalException">Invalid: one file too many, too much in all, or the same once more.</exception>
    public static Task RequireRoomAsync(WriteScope scope, ReportedValue value, CheckedFile file, long? correctionId, EvidenceOptions limits) => RequireRoomAsync(
        scope,
        scope.Db.EvidenceFiles.Where(other => other.ValueId == value.Id && other.CorrectionId == correctionId),
        scope.Db.EvidenceFiles.Where(other => scope.Db.Values.Any(sibling => sibling.Id == other.ValueId && sibling.SubmissionId == value.SubmissionId)),
        file,
        limits);

    /// <summary>Room beside what it supports, and in all that is counted with it.</summary>
    /// <inheritdoc cref="RequireRoomAsync(WriteScope, ReportedValue, CheckedFile, long?, EvidenceOptions)"/>
    public static async Task RequireRoomAsync(
        WriteScope scope, IQueryable<EvidenceFile> here, IQueryable<EvidenceFile> together, CheckedFile file, EvidenceOptions limits)
    {
        byte[] hash = [.. file.Hash];
        var beside = await here.Where(other => !scope.Db.EvidenceRemovals.Any(removal => removal.FileId == other.Id))
            .Select(other => new { other.Name, IsSame = other.Hash == hash }).ToListAsync(scope.CancellationToken);
        if (beside.Find(other => other.IsSame) is { } same)
        {
            throw Refusal($"这份材料已经上传过了（{same.Name}），不用再传。");
        }

        if (beside.Count >= limits.MaxFilesPerValue)
        {
            throw Refusal($"每项最多{limits.MaxFilesPerValue}份佐证材料，已经有{beside.Count}份。请先移除不需要的，或合并成一份PDF。");
        }

        var stored = await together.SumAsync(other => (long)other.Length, scope.CancellationToken);
        if (stored + file.Length > limits.MaxReportBytes)
        {
            throw Refusal($"本季度佐证材料合计已有{FileSizes.Word(stored)}（含已移除的），加上这份超过{limits.MaxReportMegabytes} MB的上限。请压缩后再上传，仍不够请联系系统管理员。");
        }
    }

    private static async Task RequireUndecidedAsync(WriteScope scope, ReportedValue value, long id)
    {
        var correction = await scope.Db.Corrections.AsNoTracking()
            .Where(asked => asked.Id == id && asked.ValueId == value.Id)
            .Select(asked => new { asked.Recorded.ById, IsDecided = scope.Db.CorrectionDecisions.Any(decision => decision.CorrectionId == asked.Id) })
            .SingleOrDefaultAsync(scope.CancellationToken) ?? throw RefusalException.NotFound("没有这条更正申请，或不在您的查看范围内。");
        if (correction.ById != scope.Actor.UserId)
        {
            throw RefusalException.Forbidden("更正申请的佐证材料由申请人本人增减。");
        }

        if (correction.IsDecided)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, "这条更正申请已经办理，佐证材料不能再增减。");
        }
    }

    private static RefusalException Refusal(string message) =>
        RefusalException.Invalid(RefusalCodes.InvalidEvidence, message, new FieldFault("file", message));
}
