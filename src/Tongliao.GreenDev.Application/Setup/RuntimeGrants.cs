using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Domain.Timeliness;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Setup;

/// <summary>
/// What the role that the portal serves with may do in a database that another role owns: read and write rows, but only
/// add to what records the past, and to the outbox, which it prunes besides. Given anew after every migration, so that new tables have them.
/// </summary>
internal static class RuntimeGrants
{
    /// <summary>Rows are only ever added; parts that a row owns stand with it.</summary>
    private static readonly Type[] AppendOnly =
    [
        typeof(AuditEvent), typeof(PeriodStanding), typeof(ValueRevision), typeof(ValueOpening), typeof(CountyReviewOrder), typeof(Extension), typeof(Correction), typeof(CorrectionDecision),
        typeof(EvidenceFile), typeof(EvidenceRemoval), typeof(EvidenceContent), typeof(Release), typeof(Baseline), typeof(BaselineFiling), typeof(BaselineFilingDecision), typeof(UnitTarget),
        typeof(IndicatorAmendment), typeof(AcceptedDeviation), typeof(AnsweredQuestion), typeof(Indicator), typeof(CheckRule), typeof(CityFigure), typeof(CalendarDay), typeof(Reminder),
        typeof(RectificationArrangement), typeof(RectificationOpening), typeof(TaskReport), typeof(TaskReportVersion), typeof(CommitmentRecord),
        typeof(ExportedFile),
        typeof(BulletinVersion), typeof(BulletinEdition), typeof(BulletinFile),
    ];

    /// <summary>Grants and takes away; needs the owner's connection and an open transaction.</summary>
    public static async Task ApplyAsync(GreenDevDbContext owner, string role, CancellationToken cancellationToken)
    {
        var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(role);
        var appendOnly = string.Join(", ", owner.Model.GetEntityTypes()
            .Where(type => AppendOnly.Contains(type.FindOwnership()?.PrincipalEntityType.ClrType ?? type.ClrType)).Select(type => type.GetTableName()));
        var statements =
            $"""
            SELECT pg_advisory_xact_lock({AdvisoryLocks.Grants});
            GRANT USAGE ON SCHEMA public TO {quoted};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quoted};
            REVOKE UPDATE, DELETE ON {appendOnly} FROM {quoted};
            REVOKE UPDATE ON outbox FROM {quoted};
            REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM {quoted};
            """;
        await owner.Database.ExecuteSqlRawAsync(statements, cancellationToken);
    }
}
