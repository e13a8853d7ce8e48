using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.ToTable("evidence_files", table => table.HasCheckConstraint("ck_evidence_files_place", "num_nonnulls(value_id, task_report_id) = 1"));
        builder.HasIndex(file => file.ValueId);
        builder.HasIndex(file => file.CorrectionId);
        builder.HasIndex(file => file.TaskReportId);
        builder.HasOne<ReportedValue>().WithMany().HasForeignKey(file => file.ValueId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TaskReport>().WithMany().HasForeignKey(file => file.TaskReportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Correction>().WithMany().HasForeignKey(file => file.CorrectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EvidenceContent>().WithMany().HasForeignKey(file => file.Hash).OnDelete(DeleteBehavior.Restrict);
        builder.Property(file => file.Name).HasMaxLength(FileTitle.Longest);
        builder.Ignore(file => file.Size);
        builder.ComplexProperty(file => file.Recorded, RecordingColumns.Map);
    }
}

internal sealed class EvidenceRemovalConfiguration : IEntityTypeConfiguration<EvidenceRemoval>
{
    public void Configure(EntityTypeBuilder<EvidenceRemoval> builder)
    {
        builder.ToTable("evidence_removals");
        builder.HasKey(removal => removal.FileId);
        builder.Property(removal => removal.FileId).ValueGeneratedNever();
        builder.HasOne<EvidenceFile>().WithOne().HasForeignKey<EvidenceRemoval>(removal => removal.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(removal => removal.Recorded, RecordingColumns.Map);
    }
}

internal sealed class EvidenceContentConfiguration : IEntityTypeConfiguration<EvidenceContent>
{
    public void Configure(EntityTypeBuilder<EvidenceContent> builder)
    {
        builder.ToTable("evidence_contents");
        builder.HasKey(content => content.Hash);
    }
}
