using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Application.Bulletins;
using Tongliao.GreenDev.Application.Calendar;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Export.Ledger;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Application.Releases;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Application.Setup;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Application.Workbench;

namespace Tongliao.GreenDev.Application;

/// <summary>Registers the data layer and the services of every feature.</summary>
public static class ApplicationServices
{
    /// <summary>Adds everything that works on the database behind <paramref name="connectionString"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="connectionString">PostgreSQL 15 or later.</param>
    /// <param name="zone">Where the offices are; decides what “today” and “late” mean.</param>
    /// <param name="ownerConnectionString">To the same as the role that migrates; null where that is the serving one.</param>
    public static IServiceCollection AddGreenDevApplication(
        this IServiceCollection services, string connectionString, TimeZoneInfo zone, string? ownerConnectionString = null)
    {
        services.AddSingleton(new OwnerConnection(ownerConnectionString));
        services.AddPooledDbContextFactory<GreenDevDbContext>(options => options.UseGreenDevDatabase(
            connectionString, npgsql => npgsql.ExecutionStrategy(static dependencies => new PatientExecution(dependencies))));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new OfficeClock(provider.GetRequiredService<TimeProvider>(), zone));
        services.AddSingleton<PlanCatalogue>();
        services.AddSingleton<WriteTransaction>();
        services.AddSingleton<SettledMoment>();
        services.AddSingleton<PlanStore>();
        services.AddSingleton<CheckRuleStore>();
        services.AddOptions<ReactionsOptions>();
        services.AddOptions<RemindersOptions>();
        services.AddSingleton<ReactionClocks>();
        services.AddSingleton<TimelinessQueries>();
        services.AddSingleton<ScheduledReminders>();
        services.AddSingleton<ReminderService>();
        services.AddSingleton<ReminderSchedule>();
        services.AddSingleton<RectificationQueries>();
        services.AddSingleton<RectificationService>();
        services.AddSingleton<RectificationAnnouncer>();
        services.AddSingleton<RectificationSchedule>();
        services.AddOptions<MessagesOptions>();
        services.AddOptions<MailOptions>();
        services.AddOptions<WeComOptions>();
        services.AddOptions<DingTalkOptions>();
        services.AddSingleton<IMessageSender, MailSender>();
        services.AddSingleton<IMessageSender, WeComSender>();
        services.AddSingleton<IMessageSender, DingTalkSender>();
        services.AddSingleton<MessageChannels>();
        services.AddSingleton<MessageDispatcher>();
        services.AddSingleton<MessageClockwork>();
        services.AddSingleton<MessageService>();
        services.AddSingleton<MessageQueries>();
        services.AddSingleton<MailChoiceService>();
        services.AddSingleton<MailChoiceQueries>();
        services.AddSingleton<NoticeWriter>();
        services.AddOptions<TaskProgressOptions>();
        services.AddSingleton<TaskProgressQueries>();
        services.AddSingleton<TaskReportService>();
        services.AddSingleton<TaskReminderService>();
        services.AddSingleton<TaskReminderSchedule>();
        services.AddSingleton<CommitmentService>();
        services.AddSingleton<NoticeQueries>();
        services.AddSingleton<NoticeService>();
        services.AddSingleton<CalendarStore>();
        services.AddSingleton<CalendarService>();
        services.AddSingleton<RuleQueries>();
        services.AddSingleton<RuleService>();
        services.AddSingleton<WhatIfQueries>();
        services.AddSingleton<CheckQueries>();
        services.AddSingleton<PlanChoiceQueries>();
        services.AddSingleton<CheckService>();
        services.AddSingleton<CityFigureService>();
        services.AddSingleton<CityQueries>();
        services.AddSingleton(DurabilityDemand.Full);
        services.AddSingleton<DatabasePreparation>();
        services.AddSingleton<ReportChanges>();
        services.AddSingleton<ChangeDispatcher>();
        services.AddSingleton<DraftService>();
        services.AddSingleton<ReviewService>();
        services.AddSingleton<ReadScopeQueries>();
        services.AddSingleton<ReportQueries>();
        services.AddSingleton<ReviewQueries>();
        services.AddSingleton<ReviewOpenings>();
        services.AddSingleton<CountyReviewService>();
        services.AddSingleton<CountyReviewQueries>();
        services.AddSingleton<RatingQueries>();
        services.AddSingleton<LightQueries>();
        services.AddSingleton<ExplanationQueries>();
        services.AddSingleton<ProvenanceQueries>();
        services.AddSingleton<PreviewQueries>();
        services.AddSingleton<WorkbenchQueries>();
        services.AddSingleton<WaitingQueries>();
        services.AddSingleton<AdministrationQueries>();
        services.AddSingleton<CorrectionService>();
        services.AddSingleton<CorrectionQueries>();
        services.AddOptions<EvidenceOptions>();
        services.AddSingleton<EvidenceService>();
        services.AddSingleton<EvidenceQueries>();
        services.AddSingleton<TaskEvidenceService>();
        services.AddSingleton<TaskEvidenceQueries>();
        services.AddSingleton<ReleaseQueries>();
        services.AddOptions<PeriodsOptions>();
        services.AddSingleton<PeriodTimetable>();
        services.AddSingleton<PeriodService>();
        services.AddSingleton<ExtensionService>();
        services.AddSingleton<PeriodScheduleService>();
        services.AddSingleton<PeriodClockwork>();
        services.AddSingleton<PeriodQueries>();
        services.AddSingleton<TargetService>();
        services.AddSingleton<TargetQueries>();
        services.AddSingleton<TargetListQueries>();
        services.AddSingleton<BaselineFilingService>();
        services.AddSingleton<BaselineFilingQueries>();
        services.AddSingleton<ReferenceSheetQueries>();
        services.AddSingleton<ReferenceSheetService>();
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<AccessAuditService>();
        services.AddSingleton<FileMarks>();
        services.AddSingleton<FileSeals>();
        services.AddSingleton<IFactSource, FigureFacts>();
        services.AddSingleton<IFactSource, BulletinFactSource>();
        services.AddSingleton<VerificationQueries>();
        services.AddSingleton<AnnexExportService>();
        services.AddSingleton<LedgerExportService>();
        services.AddSingleton<ReferenceExportService>();
        services.AddSingleton<ReportExportService>();
        services.AddSingleton<ReportImportQueries>();
        services.AddSingleton<BulletinFigures>();
        services.AddSingleton<BulletinQueries>();
        services.AddSingleton<BulletinService>();
        services.AddSingleton<BulletinExportService>();
        services.AddSingleton<AlertSlipService>();
        services.AddSingleton<DemoSeeder>();
        services.AddSingleton<DemoRectifications>();
        services.AddSingleton<DemoQueries>();
        services.AddGreenDevUsers();
        return services;
    }
}
