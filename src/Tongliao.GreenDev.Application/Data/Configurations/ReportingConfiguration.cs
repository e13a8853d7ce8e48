using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class ReportingPeriodConfiguration : IEntityTypeConfiguration<ReportingPeriod>
{
    public void Configure(EntityTypeBuilder<ReportingPeriod> builder)
    {
        builder.ToTable("reporting_periods");
        builder.HasKey(period => new { period.PlanId, period.Quarter });
        builder.HasOne<Plan>().WithMany().HasForeignKey(period => period.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(period => period.Version).IsConcurrencyToken();
        builder.Property(period => period.LockedBy).HasMaxLength(200);
        builder.Property(period => period.Schedule).AsJson();
        builder.Ignore(period => period.ExtendedUntil);
        builder.HasMany(period => period.Standings).WithOne().HasForeignKey(standing => new { standing.PlanId, standing.Quarter }).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(period => period.Standings).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PeriodStandingConfiguration : IEntityTypeConfiguration<PeriodStanding>
{
    public void Configure(EntityTypeBuilder<PeriodStanding> builder)
    {
        builder.ToTable("period_standings");
        builder.HasKey(standing => new { standing.PlanId, standing.Quarter, standing.Version });
    }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("submissions");
        builder.HasIndex(submission => new { submission.PlanId, submission.UnitId, submission.Quarter }).IsUnique();
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(submission => new { submission.PlanId, submission.UnitId })
            .HasPrincipalKey(PlanChild.PlanId, nameof(ReportingUnit.Id)).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(submission => new { submission.PlanId, submission.Quarter })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(submission => submission.Values).WithOne().HasForeignKey(value => value.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(submission => submission.Values).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ReportedValueConfiguration : IEntityTypeConfiguration<ReportedValue>
{
    public void Configure(EntityTypeBuilder<ReportedValue> builder)
    {
        builder.ToTable("reported_values");
        builder.HasIndex(value => new { value.SubmissionId, value.IndicatorId }).IsUnique();
        builder.HasOne<Indicator>().WithMany().HasForeignKey(value => value.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(value => value.Statement, StatementColumns.Map);
        builder.Property(value => value.Version).IsConcurrencyToken();
        builder.Property(value => value.ReturnReason).HasMaxLength(ValueChecks.MaxTextLength);
    }
}

internal sealed class ValueRevisionConfiguration : IEntityTypeConfiguration<ValueRevision>
{
    public void Configure(EntityTypeBuilder<ValueRevision> builder)
    {
        builder.ToTable("value_revisions");
        builder.HasIndex(revision => new { revision.ValueId, revision.Version }).IsUnique();

        // What the city has seen of a value, without the drafts in between: all that published ratings read.
        builder.HasIndex(revision => revision.ValueId).HasFilter("status IN ('CityReview', 'Accepted', 'Returned') OR kind = 'Withdraw'");
        builder.HasOne<ReportedValue>().WithMany().HasForeignKey(revision => revision.ValueId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<GreenDevUser>().WithMany().HasForeignKey(revision => revision.ById).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(revision => revision.Statement, StatementColumns.Map);
        builder.Property(revision => revision.ByName).HasMaxLength(200);
        builder.Property(revision => revision.ActedFor).HasMaxLength(200);
    }
}

internal sealed class ValueOpeningConfiguration : IEntityTypeConfiguration<ValueOpening>
{
    public void Configure(EntityTypeBuilder<ValueOpening> builder)
    {
        builder.ToTable("value_openings");
        builder.HasKey(opening => new { opening.ValueId, opening.Version });
        builder.HasOne<ReportedValue>().WithMany().HasForeignKey(opening => opening.ValueId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(opening => opening.ByName).HasMaxLength(200);
    }
}

internal sealed class CountyReviewOrderConfiguration : IEntityTypeConfiguration<CountyReviewOrder>
{
    public void Configure(EntityTypeBuilder<CountyReviewOrder> builder)
    {
        builder.ToTable("county_review_orders");
        builder.HasIndex(order => new { order.UnitId, order.Version }).IsUnique();
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(order => order.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(order => order.Document).HasMaxLength(TypedText.LongestDocument);
        builder.ComplexProperty(order => order.Recorded, RecordingColumns.Map);
    }
}

internal sealed class ExtensionConfiguration : IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<Extension> builder)
    {
        builder.ToTable("extensions");
        builder.HasIndex(extension => new { extension.PlanId, extension.Quarter, extension.UnitId, extension.Version }).IsUnique();
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(extension => extension.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(extension => new { extension.PlanId, extension.Quarter }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(extension => extension.Reason).HasMaxLength(ValueChecks.MaxTextLength);
        builder.Property(extension => extension.Grantor).HasMaxLength(GrantExtension.LongestGrantor);
        builder.Property(extension => extension.Document).HasMaxLength(TypedText.LongestDocument);
        builder.ComplexProperty(extension => extension.Recorded, RecordingColumns.Map);
    }
}

internal sealed class CorrectionConfiguration : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("corrections");
        builder.HasIndex(correction => correction.ValueId);
        builder.HasOne<ReportedValue>().WithMany().HasForeignKey(correction => correction.ValueId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(correction => correction.Statement, StatementColumns.Map);
        builder.Property(correction => correction.Reason).HasMaxLength(ValueChecks.MaxTextLength);
        builder.ComplexProperty(correction => correction.Recorded, RecordingColumns.Map);
    }
}

internal sealed class CorrectionDecisionConfiguration : IEntityTypeConfiguration<CorrectionDecision>
{
    public void Configure(EntityTypeBuilder<CorrectionDecision> builder)
    {
        builder.ToTable("correction_decisions");
        builder.HasKey(decision => decision.CorrectionId);
        builder.Property(decision => decision.CorrectionId).ValueGeneratedNever();
        builder.HasOne<Correction>().WithOne().HasForeignKey<CorrectionDecision>(decision => decision.CorrectionId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(decision => decision.Reason).HasMaxLength(ValueChecks.MaxTextLength);
        builder.ComplexProperty(decision => decision.Recorded, RecordingColumns.Map);
    }
}

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.ToTable("releases");
        builder.HasKey(release => new { release.PlanId, release.Quarter, release.Number });
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(release => new { release.PlanId, release.Quarter }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Correction>().WithMany().HasForeignKey(release => release.CorrectionId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(release => release.RuleChange).HasColumnType("text");
        builder.ComplexProperty(release => release.Recorded, RecordingColumns.Map);
    }
}

internal sealed class BaselineConfiguration : IEntityTypeConfiguration<Baseline>
{
    public void Configure(EntityTypeBuilder<Baseline> builder)
    {
        builder.ToTable("baselines");
        builder.HasIndex(baseline => new { baseline.UnitId, baseline.IndicatorId, baseline.Version }).IsUnique();
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(baseline => baseline.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(baseline => baseline.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(baseline => baseline.Inputs, InputColumns.Map);
        builder.ComplexProperty(baseline => baseline.Recorded, RecordingColumns.Map);
    }
}

internal sealed class UnitTargetConfiguration : IEntityTypeConfiguration<UnitTarget>
{
    public void Configure(EntityTypeBuilder<UnitTarget> builder)
    {
        builder.ToTable("unit_targets");
        builder.HasIndex(target => new { target.UnitId, target.IndicatorId, target.Year, target.Version }).IsUnique();
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(target => target.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(target => target.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(target => target.Document).HasMaxLength(TypedText.LongestDocument);
        builder.ComplexProperty(target => target.Recorded, RecordingColumns.Map);
    }
}

internal sealed class IndicatorAmendmentConfiguration : IEntityTypeConfiguration<IndicatorAmendment>
{
    public void Configure(EntityTypeBuilder<IndicatorAmendment> builder)
    {
        builder.ToTable("indicator_amendments");
        builder.HasIndex(amendment => new { amendment.IndicatorId, amendment.Version }).IsUnique();
        builder.HasOne<Indicator>().WithMany().HasForeignKey(amendment => amendment.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(amendment => amendment.Decision, DecisionColumns.Map);
        builder.ComplexProperty(amendment => amendment.Recorded, RecordingColumns.Map);
        builder.Property(amendment => amendment.QuestionId).HasMaxLength(16);
        builder.Property(amendment => amendment.Change).AsJson();
    }
}

internal sealed class AcceptedDeviationConfiguration : IEntityTypeConfiguration<AcceptedDeviation>
{
    public void Configure(EntityTypeBuilder<AcceptedDeviation> builder)
    {
        builder.ToTable("accepted_deviations", table => table.HasCheckConstraint("ck_accepted_deviations_until", "until >= effective_from"));
        builder.HasIndex(deviation => new { deviation.UnitId, deviation.IndicatorId, deviation.Version }).IsUnique();
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(deviation => deviation.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(deviation => deviation.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(deviation => deviation.Decision, DecisionColumns.Map);
        builder.ComplexProperty(deviation => deviation.Recorded, RecordingColumns.Map);
    }
}

internal sealed class AnsweredQuestionConfiguration : IEntityTypeConfiguration<AnsweredQuestion>
{
    public void Configure(EntityTypeBuilder<AnsweredQuestion> builder)
    {
        builder.ToTable("answered_questions");
        builder.HasIndex(answer => new { answer.PlanId, answer.QuestionId, answer.Version }).IsUnique();
        builder.HasOne<OpenQuestion>().WithMany().HasForeignKey(answer => new { answer.PlanId, answer.QuestionId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(answer => answer.QuestionId).HasMaxLength(16);
        builder.Property(answer => answer.ReadingKey).HasMaxLength(32);
        builder.Property(answer => answer.Words).HasMaxLength(ValueChecks.MaxTextLength);
        builder.ComplexProperty(answer => answer.Decision, DecisionColumns.Map);
        builder.ComplexProperty(answer => answer.Recorded, RecordingColumns.Map);
    }
}

internal sealed class CityFigureConfiguration : IEntityTypeConfiguration<CityFigure>
{
    public void Configure(EntityTypeBuilder<CityFigure> builder)
    {
        builder.ToTable("city_figures");
        builder.HasIndex(figure => new { figure.IndicatorId, figure.Field, figure.Year, figure.Version }).IsUnique();
        builder.HasOne<Indicator>().WithMany().HasForeignKey(figure => figure.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(figure => figure.Document).HasMaxLength(TypedText.LongestDocument);
        builder.ComplexProperty(figure => figure.Recorded, RecordingColumns.Map);
    }
}

internal sealed class CheckRuleConfiguration : IEntityTypeConfiguration<CheckRule>
{
    public void Configure(EntityTypeBuilder<CheckRule> builder)
    {
        builder.ToTable("check_rules");
        builder.HasIndex(rule => new { rule.Code, rule.Version }).IsUnique();
        builder.Property(rule => rule.Code).HasMaxLength(40);
        builder.Property(rule => rule.Title).HasMaxLength(100);
        builder.Property(rule => rule.Reason).HasMaxLength(ValueChecks.MaxTextLength);
        builder.Property(rule => rule.Parameters).AsJson();
        builder.Property(rule => rule.Settings).AsJson();
        builder.ComplexProperty(rule => rule.Recorded, RecordingColumns.Map);
    }
}

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("calendar_days");
        builder.HasIndex(day => new { day.Day, day.Version }).IsUnique();
        builder.Property(day => day.Name).HasMaxLength(40);
        builder.Property(day => day.Document).HasMaxLength(TypedText.LongestDocument);
        builder.ComplexProperty(day => day.Recorded, RecordingColumns.Map);
    }
}

/// <summary>What is stated stands as columns of the row itself.</summary>
internal static class StatementColumns
{
    public static void Map(ComplexPropertyBuilder<Statement> statement)
    {
        statement.ComplexProperty(s => s.Inputs, InputColumns.Map);
        statement.Property(s => s.NotApplicableReason).HasColumnName("not_applicable_reason").HasMaxLength(ValueChecks.MaxTextLength);
        statement.Property(s => s.Note).HasColumnName("note").HasMaxLength(ValueChecks.MaxTextLength);
        statement.Property(s => s.Explanations).HasColumnName("explanations").AsJson();
        statement.Ignore(s => s.IsEmpty);
    }
}
