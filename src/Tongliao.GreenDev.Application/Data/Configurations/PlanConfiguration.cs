using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.HasIndex(plan => plan.Key).IsUnique();
        builder.Property(plan => plan.Key).HasMaxLength(64);
        builder.Property(plan => plan.Title).HasMaxLength(200);
        builder.Property(plan => plan.DocumentNumber).HasMaxLength(64);
        builder.Property(plan => plan.Annex).AsJson();
        builder.Property(plan => plan.Quantities).AsJson();
        builder.Ignore(plan => plan.Sections).Ignore(plan => plan.Tasks).Ignore(plan => plan.Indicators)
            .Ignore(plan => plan.Commitments).Ignore(plan => plan.OpenQuestions)
            .Ignore(plan => plan.Regions).Ignore(plan => plan.City).Ignore(plan => plan.Units).Ignore(plan => plan.Departments);
    }
}

internal sealed class PlanSectionConfiguration : IEntityTypeConfiguration<PlanSection>
{
    public void Configure(EntityTypeBuilder<PlanSection> builder)
    {
        builder.ToTable("plan_sections");
        builder.BelongsToPlan();
        builder.HasIndex(PlanChild.PlanId, nameof(PlanSection.Number)).IsUnique();
        builder.Property(section => section.Heading).HasMaxLength(100);
    }
}

internal sealed class PlanTaskConfiguration : IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<PlanTask> builder)
    {
        builder.ToTable("plan_tasks");
        builder.BelongsToPlan();
        builder.HasIndex(PlanChild.PlanId, nameof(PlanTask.Number)).IsUnique();
        builder.Property(task => task.Title).HasMaxLength(100);
        builder.OwnsMany(task => task.Departments, department =>
        {
            department.ToTable("task_departments");
            department.Property<int>(PlanChild.PlanId);
            department.WithOwner().HasForeignKey(PlanChild.PlanId, "TaskId").HasPrincipalKey(PlanChild.PlanId, nameof(PlanTask.Id));
            department.HasKey("TaskId", nameof(TaskDepartment.Order));
            department.Property(d => d.Order).ValueGeneratedNever();
            department.HasOne<Department>().WithMany().HasForeignKey(PlanChild.PlanId, nameof(TaskDepartment.DepartmentId)).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("commitments");
        builder.BelongsToPlan();
        builder.HasIndex(PlanChild.PlanId, nameof(Commitment.Number)).IsUnique();
        builder.Property(commitment => commitment.Kind).HasMaxLength(64);
        builder.Ignore(commitment => commitment.DueOn);
    }
}

internal sealed class OpenQuestionConfiguration : IEntityTypeConfiguration<OpenQuestion>
{
    public void Configure(EntityTypeBuilder<OpenQuestion> builder)
    {
        builder.ToTable("open_questions");
        builder.BelongsToPlan();
        builder.HasKey(PlanChild.PlanId, nameof(OpenQuestion.Id));
        builder.Property(question => question.Id).HasMaxLength(16);
        builder.Property(question => question.IndicatorNumbers).AsJson();
        builder.Property(question => question.Readings).AsJson();
    }
}

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators");
        builder.BelongsToPlan();
        builder.HasIndex(PlanChild.PlanId, nameof(Indicator.Number)).IsUnique();
        builder.Ignore(indicator => indicator.RatesUncorrectedLoss);
        builder.Property(indicator => indicator.Name).HasMaxLength(100);
        builder.Property(indicator => indicator.ShortName).HasMaxLength(40);
        builder.Property(indicator => indicator.Unit).HasMaxLength(32);
        builder.HasOne<Department>().WithMany().HasForeignKey(PlanChild.PlanId, nameof(Indicator.LeadDepartmentId)).OnDelete(DeleteBehavior.Restrict);
        builder.Property(indicator => indicator.CooperatingDepartmentIds).AsJson();
        builder.Property(indicator => indicator.Annex).AsJson();
        builder.Property(indicator => indicator.Inputs).AsJson();
        builder.Property(indicator => indicator.ProgressCurve).AsJson();
        builder.Property(indicator => indicator.Notes).AsJson();
        builder.Property(indicator => indicator.OnlyInAnnex).AsJson();
        builder.Property(indicator => indicator.OnlyInTask).AsJson();
        builder.ComplexProperty(indicator => indicator.Tolerance, tolerance =>
        {
            tolerance.Property(t => t.Kind).HasColumnName("tolerance_kind");
            tolerance.Property(t => t.Value).HasColumnName("tolerance");
        });
        builder.Property(indicator => indicator.Scope).AsJson();
        builder.Property(indicator => indicator.HardRange).AsJson();
        builder.Property(indicator => indicator.SoftRange).AsJson();
        builder.OwnsMany(indicator => indicator.Targets, target =>
        {
            target.ToTable("indicator_targets");
            target.WithOwner().HasForeignKey("IndicatorId");
            target.HasKey("IndicatorId", nameof(IndicatorTarget.Year));
            target.Property(t => t.Year).ValueGeneratedNever();
            target.Property(t => t.PrintedSign).HasMaxLength(4);
        });
    }
}
