using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class TaskReportConfiguration : IEntityTypeConfiguration<TaskReport>
{
    public void Configure(EntityTypeBuilder<TaskReport> builder)
    {
        builder.ToTable("task_reports");
        builder.HasIndex(report => new { report.TaskId, report.DepartmentId, report.Quarter }).IsUnique();
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(report => report.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(report => new { report.PlanId, report.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(report => new { report.PlanId, report.Quarter }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(report => report.DepartmentId).HasMaxLength(32);
    }
}

internal sealed class TaskReportVersionConfiguration : IEntityTypeConfiguration<TaskReportVersion>
{
    public void Configure(EntityTypeBuilder<TaskReportVersion> builder)
    {
        builder.ToTable("task_report_versions");
        builder.HasIndex(version => new { version.ReportId, version.Number }).IsUnique();
        builder.HasOne<TaskReport>().WithMany().HasForeignKey(version => version.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(version => version.Reason).HasMaxLength(ValueChecks.MaxTextLength);
        builder.ComplexProperty(version => version.Statement, statement =>
        {
            statement.Property(said => said.State).HasColumnName("state");
            statement.Property(said => said.Done).HasColumnName("done").HasMaxLength(TaskStatement.LongestDone);
            statement.Property(said => said.Problems).HasColumnName("problems").HasMaxLength(TaskStatement.LongestOther);
            statement.Property(said => said.Next).HasColumnName("next_steps").HasMaxLength(TaskStatement.LongestOther);
        });
        builder.ComplexProperty(version => version.Recorded, RecordingColumns.Map);
    }
}

internal sealed class CommitmentRecordConfiguration : IEntityTypeConfiguration<CommitmentRecord>
{
    public void Configure(EntityTypeBuilder<CommitmentRecord> builder)
    {
        builder.ToTable("commitment_records");
        builder.HasIndex(record => new { record.CommitmentId, record.Number }).IsUnique();
        builder.HasOne<Commitment>().WithMany().HasForeignKey(record => record.CommitmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TaskReport>().WithMany().HasForeignKey(record => record.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(record => record.Reason).HasMaxLength(ValueChecks.MaxTextLength);
        builder.ComplexProperty(record => record.Recorded, RecordingColumns.Map);
    }
}
