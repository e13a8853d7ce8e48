using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Export.Ledger;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>The matrix of a quarter, beside the same rows read bare.</summary>
internal static class DashboardJobs
{
    private const string Period = "2025Q3";

    private static readonly DateTimeOffset TenDaysAgo = TimeProvider.System.GetUtcNow().AddDays(-10);

    /// <summary>Those the matrix needs: its own, the one before, a year earlier, and the year end.</summary>
    private static readonly Quarter[] Quarters = [new(2025, 3), new(2025, 2), new(2024, 3), new(2024, 4)];

    /// <summary>As many as a trial takes, each of another indicator.</summary>
    private static readonly IReadOnlyList<RuleTerm> Tolerances =
        [.. Enumerable.Range(1, RuleTerm.Most).Select(number => new IndicatorTerm(number, new IndicatorChange { Tolerance = 4 }))];

    public static IReadOnlyList<Job> Of(BenchmarkPortal portal)
    {
        var leader = portal.CallerAsync("lingdao").GetAwaiter().GetResult();
        var ratings = portal.Get<RatingQueries>();
        return
        [
            new Job("bare EF, the same rows with names", () => ReadBareAsync(portal.Bare)),
            new Job("RatingQueries.MatrixAsync, rights and 210 ratings", () => ratings.MatrixAsync(leader, Quarter.Parse(Period), FigureBasis.Submitted, CancellationToken.None)),
            new Job("the same as of ten days ago, with what has changed since", () => ratings.MatrixAsync(leader, Quarter.Parse(Period), FigureBasis.Submitted, TenDaysAgo, CancellationToken.None)),
            new Job(
                "WhatIfQueries.TryAsync of the same quarter, 20 of 21 indicators rated as they are and anew",
                () => portal.Get<WhatIfQueries>().TryAsync(leader, Tolerances, from: null, Quarter.Parse(Period), CancellationToken.None)),
        ];
    }

    private static async Task ReadBareAsync(BareContext bare)
    {
        await using var db = bare.Create();
        _ = await (
            from submission in db.Submissions.AsNoTracking()
            where Quarters.Contains(submission.Quarter)
            join unit in db.Units on submission.UnitId equals unit.Id
            from value in submission.Values
            join indicator in db.Indicators on value.IndicatorId equals indicator.Id
            select new { unit.ShortName, indicator.Number, submission.Quarter, value.Statement.Inputs, value.Statement.NotApplicableReason, value.Status })
            .ToListAsync();
    }
}

/// <summary>Saving a cell with history and audit, beside the same rows written bare.</summary>
internal static class SaveJobs
{
    private const string Unit = "150525";
    private const string Period = "2025Q4";

    public static IReadOnlyList<Job> Of(BenchmarkPortal portal)
    {
        var clerk = portal.CallerAsync("naiman-tb").GetAwaiter().GetResult();
        var submissions = portal.Get<DraftService>();
        var report = portal.Get<ReportQueries>().ReportAsync(clerk, new ReportKey(Unit, Quarter.Parse(Period)), CancellationToken.None).GetAwaiter().GetResult();
        var version = report.Entries.Single(entry => entry.Indicator.Number == 2).Version;
        var amount = 0m;
        return
        [
            new Job("bare EF, one value updated and one audit row added", () => WriteBareAsync(portal.Bare, amount++ % 100)),
            new Job("DraftService.SaveAllAsync of one value, rights, lock, history, audit", async () =>
            {
                var inputs = new ReportedInputs { Numerator = amount++ % 100, Denominator = 200 };
                var command = new SaveValue(new ValueKey(Unit, Quarter.Parse(Period), 2), new Statement { Inputs = inputs }, version, Guid.CreateVersion7()) { NoteAnswers = true };
                version = (await submissions.SaveAsync(clerk, command, CancellationToken.None)).Version;
            }),
        ];
    }

    private static async Task WriteBareAsync(BareContext bare, decimal amount)
    {
        await using var db = bare.Create();

        // Neither approved nor shared: those the database guards.
        var value = await db.Values.Where(v => v.Status == ValueStatus.Draft && v.Statement.Inputs.Amount != null).OrderBy(v => v.Id).FirstAsync();
        db.Entry(value).ComplexProperty(v => v.Statement).CurrentValue = new Statement { Inputs = new ReportedInputs { Amount = amount } };
        db.AuditEvents.Add(new AuditEvent
        {
            At = TimeProvider.System.GetUtcNow(), UserId = null, UserName = "bare", Address = "", Kind = "bare", Subject = "bare", Succeeded = true,
        });
        await db.SaveChangesAsync();
    }
}

/// <summary>The annex workbook.</summary>
internal static class ExportJobs
{
    public static IReadOnlyList<Job> Of(BenchmarkPortal portal)
    {
        var leader = portal.CallerAsync("lingdao").GetAwaiter().GetResult();
        var export = portal.Get<AnnexExportService>();
        var ledger = portal.Get<LedgerExportService>();
        return
        [
            new Job("AnnexExportService.ExportAsync, matrix, workbook and audit", () => export.ExportAsync(leader, Quarter.Parse("2025Q3"), FigureBasis.Submitted, CancellationToken.None)),
            new Job("LedgerExportService.ExportAsync, seven quarters, 34 sheets", () => ledger.ExportAsync(leader, Quarter.Parse("2025Q3"), FigureBasis.Submitted, asOf: null, CancellationToken.None)),
        ];
    }
}
