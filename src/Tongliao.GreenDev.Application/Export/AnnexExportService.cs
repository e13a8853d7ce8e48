using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Releases;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>Exports the annex with the results of a quarter beside it, and records who took it.</summary>
public sealed class AnnexExportService(RatingQueries ratings, ReleaseQueries releases, CheckQueries checks, ProvenanceQueries sources, FileSeals seals, WriteTransaction write, OfficeClock clock, TimeProvider time)
{
    /// <summary>The annex workbook with the units the reader may see.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown period.</exception>
    public Task<ExportedWorkbook> ExportAsync(Caller caller, Quarter quarter, FigureBasis basis, CancellationToken cancellationToken) =>
        ExportAsync(caller, quarter, basis, asOf: null, withSources: false, cancellationToken);

    /// <summary>The same as of a moment (截至), which it says; null for now.</summary>
    /// <param name="caller">Who takes it.</param>
    /// <param name="quarter">When.</param>
    /// <param name="basis">口径.</param>
    /// <param name="asOf">截至; null for now.</param>
    /// <param name="withSources">With the sheet 数据来源.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown period.</exception>
    public async Task<ExportedWorkbook> ExportAsync(
        Caller caller, Quarter quarter, FigureBasis basis, AsOf? asOf, bool withSources, CancellationToken cancellationToken)
    {
        var matrix = await ratings.MatrixAsync(caller, quarter, basis, asOf?.Moment, cancellationToken);
        var answers = await checks.AnswersAsync(caller, quarter, basis, asOf?.Moment, cancellationToken);
        var lines = withSources ? await sources.ReadAsync(caller, quarter, basis, release: null, asOf?.Moment, cancellationToken) : null;
        var workbook = Write(matrix, basis, answers, lines, asOf: asOf);
        return await write.RunAsync(
            caller,
            scope =>
            {
                scope.Actor.Require(Act.Export);
                return Record(scope, matrix, basis, workbook);
            },
            cancellationToken);
    }

    /// <summary>The annex workbook of a release (发布版本) as it was issued; one that has been corrected since says so.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or no such release.</exception>
    public async Task<ExportedWorkbook> ExportReleaseAsync(Caller caller, Quarter quarter, int number, bool withSources, CancellationToken cancellationToken)
    {
        var release = await releases.CaseAsync(caller, quarter, number, cancellationToken);
        var answers = await checks.IssuedAnswersAsync(caller, quarter, ReleaseQueries.Basis, release.Line.Release.Recorded.At, cancellationToken);
        var lines = withSources ? await sources.ReadAsync(caller, quarter, ReleaseQueries.Basis, number, asOf: null, cancellationToken) : null;
        var workbook = Write(release.Matrix, ReleaseQueries.Basis, answers, lines, release.Line);
        return await write.RunAsync(
            caller,
            scope =>
            {
                scope.Actor.Require(Act.Export);
                return Record(scope, release.Matrix, ReleaseQueries.Basis, workbook);
            },
            cancellationToken);
    }

    /// <summary>The annex workbook with every unit, for the command line; the plan by its key, or the first.</summary>
    /// <exception cref="RefusalException">An unknown plan or period.</exception>
    public async Task<ExportedWorkbook> ExportAsSystemAsync(string? plan, Quarter quarter, CancellationToken cancellationToken)
    {
        var matrix = await ratings.WholeMatrixAsync(plan, quarter, FigureBasis.Submitted, cancellationToken);
        var workbook = Write(matrix, FigureBasis.Submitted, await checks.AllAnswersAsync(plan, quarter, FigureBasis.Submitted, cancellationToken), lines: null);
        return await write.RunAsSystemAsync(
            scope =>
            {
                scope.About(matrix.Facts.Plan.Id);
                return Record(scope, matrix, FigureBasis.Submitted, workbook);
            },
            cancellationToken);
    }

    private Task<ExportedWorkbook> Record(WriteScope scope, RatingMatrix matrix, FigureBasis basis, FileToSeal workbook)
    {
        scope.Audit(AuditKinds.Exported, new AuditSubject.Annex(matrix.Period.Quarter), before: null, new AuditedExport(workbook.Name, basis));
        return Task.FromResult(new ExportedWorkbook(workbook.Name, seals.Seal(scope, workbook)));
    }

    private FileToSeal Write(RatingMatrix matrix, FigureBasis basis, IReadOnlyList<ValueAnswer> answers, IReadOnlyList<ProvenanceLine>? lines, ReleaseLine? issued = null, AsOf? asOf = null)
    {
        var release = issued?.Release ?? matrix.Facts.LastReleaseOf(matrix.Period.Quarter);
        var edition = release is null ? "" : $"，{release.ChineseName}{(issued?.IsSuperseded == true ? $"（已有更正，见第{issued.Last.Number}版）" : "")}";
        var plan = matrix.Facts.Plan;
        using var stream = new MemoryStream();
        var marked = AnnexWorkbook.Write(
            stream,
            new AnnexReport(
                plan,
                matrix.Period.Quarter,
                [.. matrix.Ratings.Values],
                clock.Local(time.GetUtcNow()),
                matrix.Facts.IsDemo,
                basis.Word() + edition)
            {
                Answers = answers,
                Provenance = lines,
                AsOf = asOf,
                FactsOf = rating => matrix.CalculationOf?.Invoke(rating) is { } calculation ? [.. AccountFacts.Steps(calculation), .. AccountFacts.Gap(calculation)] : [],
            });
        return new FileToSeal(plan.Id, ExportedFileKind.Annex, AnnexWorkbook.FileName(plan, matrix.Period.Quarter, issued?.Release, asOf), stream.ToArray(), marked)
        {
            Quarter = matrix.Period.Quarter,
            Basis = basis.ToString(),
            Release = release?.Number,
            AsOf = asOf,
            IsWhole = true,
        };
    }
}
