using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Whether a file that was exported is still true, for programs (核对文件).</summary>
internal static class VerificationEndpoints
{
    public static void MapVerification(this RouteGroupBuilder api) => api.MapPost("/files/verify", VerifyAsync)
        .Says(
            "核对平台导出的文件：multipart/form-data，字段file（xlsx或docx）；verdict为current（与现在一致）、superseded（已有变化）、altered（内容被改动）、unknown（没有本平台的标记）；不保存文件",
            400, 403, 413, 415, 422)
        .DisableAntiforgery();

    private static async Task<VerificationAnswer> VerifyAsync(ApiCaller caller, IFormFile file, VerificationQueries verification, CancellationToken cancellationToken)
    {
        VerificationQueries.RequireSize(file.Length);
        return VerificationAnswer.Of(await verification.VerifyAsync(
            caller, file.FileName, await ScreenEvidenceEndpoints.ReadAsync(file, cancellationToken), cancellationToken));
    }
}

/// <summary>Whether a file is still true.</summary>
/// <param name="Verdict">In one word.</param>
/// <param name="Sentence">The same in Chinese, with what to do.</param>
/// <param name="File">What it is; null where that is not known.</param>
/// <param name="Altered">What it does not say any more, and what it says besides.</param>
/// <param name="Superseded">What the portal says otherwise now.</param>
/// <param name="Compared">How many places were compared with what the portal says now.</param>
/// <param name="PassedOver">How many were not, as they are not the reader's to know.</param>
/// <param name="Notes">What else there is to say of it.</param>
internal sealed record VerificationAnswer(
    string Verdict,
    string Sentence,
    VerifiedFileAnswer? File,
    IReadOnlyList<AlteredPlaceAnswer> Altered,
    IReadOnlyList<SupersededPlaceAnswer> Superseded,
    int Compared,
    int PassedOver,
    IReadOnlyList<string> Notes)
{
    public static VerificationAnswer Of(FileVerdict verdict) => new(
        verdict.Standing switch
        {
            FileStanding.Current => "current",
            FileStanding.Superseded => "superseded",
            FileStanding.Altered => "altered",
            FileStanding.Unknown => "unknown",
        },
        verdict.Sentence,
        verdict.Origin is { } origin ? VerifiedFileAnswer.Of(origin) : null,
        [.. (verdict.Comparison?.Altered ?? []).Select(changed => new AlteredPlaceAnswer(changed.Place, changed.Label, changed.Earlier, changed.Later))],
        [.. (verdict.Comparison?.Superseded ?? []).Select(SupersededPlaceAnswer.Of)],
        verdict.Comparison?.Compared ?? 0,
        verdict.Comparison?.PassedOver ?? 0,
        verdict.Notes);
}

/// <summary>What a file is that was exported.</summary>
/// <param name="Kind">For example 附件表.</param>
/// <param name="Name">Under which it was sent.</param>
/// <param name="Period">For example <c>2025Q3</c>; null where it is about several.</param>
/// <param name="Basis">口径.</param>
/// <param name="Release">发布版本 that it shows.</param>
/// <param name="AsOf">截至, in words.</param>
/// <param name="ExportedAt">When.</param>
/// <param name="ExportedBy">Name with office; null where the reader is not told.</param>
/// <param name="Plan">Whose figures it shows.</param>
internal sealed record VerifiedFileAnswer(
    string Kind, string Name, string? Period, string? Basis, int? Release, string? AsOf, DateTimeOffset ExportedAt, string? ExportedBy, string Plan)
{
    public static VerifiedFileAnswer Of(FileOrigin origin) => new(
        origin.KindWord,
        origin.Name,
        origin.Quarter?.ToString(),
        origin.Basis is { } basis ? (basis == FigureBasis.Approved ? "approved" : "submitted") : null,
        origin.Release,
        origin.AsOf,
        origin.At,
        origin.By,
        origin.Plan);
}

/// <summary>A place that does not say what it said.</summary>
/// <param name="Place">A cell, or the tag of a content control.</param>
/// <param name="Label">What it says; null where the reader is told the place alone.</param>
/// <param name="Exported">What it said; null where the reader is not told.</param>
/// <param name="Found">What the file says.</param>
internal sealed record AlteredPlaceAnswer(string Place, string? Label, string? Exported, string Found);

/// <summary>A place of which the portal says otherwise now.</summary>
internal sealed record SupersededPlaceAnswer(string Place, string? Label, string? Exported, string Now, string? Region, string? Period, int? Indicator)
{
    public static SupersededPlaceAnswer Of(ChangedFact changed) => new(
        changed.Place, changed.Label, changed.Earlier, changed.Later, changed.Figure?.UnitCode, changed.Figure?.Quarter.ToString(), changed.Figure?.IndicatorNumber);
}
