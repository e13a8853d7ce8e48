using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Domain.Timeliness;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>The whole database. One context an operation, taken from the pooled factory.</summary>
public sealed class GreenDevDbContext(DbContextOptions<GreenDevDbContext> options)
    : IdentityUserContext<GreenDevUser, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanSection> PlanSections => Set<PlanSection>();

    public DbSet<PlanTask> PlanTasks => Set<PlanTask>();

    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<OpenQuestion> OpenQuestions => Set<OpenQuestion>();

    public DbSet<ReportingUnit> Units => Set<ReportingUnit>();

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<ReportingPeriod> Periods => Set<ReportingPeriod>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<ReportedValue> Values => Set<ReportedValue>();

    public DbSet<ValueRevision> Revisions => Set<ValueRevision>();

    public DbSet<ValueOpening> Openings => Set<ValueOpening>();

    public DbSet<Extension> Extensions => Set<Extension>();

    public DbSet<CountyReviewOrder> CountyReviewOrders => Set<CountyReviewOrder>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<CorrectionDecision> CorrectionDecisions => Set<CorrectionDecision>();

    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    public DbSet<EvidenceRemoval> EvidenceRemovals => Set<EvidenceRemoval>();

    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();

    public DbSet<ExportedFile> ExportedFiles => Set<ExportedFile>();

    public DbSet<Release> Releases => Set<Release>();

    public DbSet<Baseline> Baselines => Set<Baseline>();

    public DbSet<BaselineFiling> BaselineFilings => Set<BaselineFiling>();

    public DbSet<BaselineFilingDecision> BaselineFilingDecisions => Set<BaselineFilingDecision>();

    public DbSet<UnitTarget> UnitTargets => Set<UnitTarget>();

    public DbSet<AcceptedDeviation> AcceptedDeviations => Set<AcceptedDeviation>();

    public DbSet<IndicatorAmendment> IndicatorAmendments => Set<IndicatorAmendment>();

    public DbSet<AnsweredQuestion> AnsweredQuestions => Set<AnsweredQuestion>();

    public DbSet<CheckRule> CheckRules => Set<CheckRule>();

    public DbSet<CityFigure> CityFigures => Set<CityFigure>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<RectificationArrangement> RectificationArrangements => Set<RectificationArrangement>();

    public DbSet<RectificationOpening> RectificationOpenings => Set<RectificationOpening>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<MailChoice> MailChoices => Set<MailChoice>();

    public DbSet<TaskReport> TaskReports => Set<TaskReport>();

    public DbSet<TaskReportVersion> TaskReportVersions => Set<TaskReportVersion>();

    public DbSet<CommitmentRecord> CommitmentRecords => Set<CommitmentRecord>();

    public DbSet<BulletinVersion> BulletinVersions => Set<BulletinVersion>();

    public DbSet<BulletinEdition> BulletinEditions => Set<BulletinEdition>();

    public DbSet<BulletinFile> BulletinFiles => Set<BulletinFile>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<ReferenceRevision> ReferenceRevisions => Set<ReferenceRevision>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<SignInPlace> SignInPlaces => Set<SignInPlace>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    /// <summary>They protect cookies and forms; every node and every start has the same.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<Quarter>().HaveConversion<QuarterConverter>().HaveMaxLength(6).AreFixedLength();
        configurationBuilder.Properties<decimal>().HavePrecision(20, 4);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(GreenDevDbContext).Assembly);
        StoredJson.Map(builder);
    }
}
