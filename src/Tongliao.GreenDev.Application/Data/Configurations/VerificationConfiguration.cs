using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class ExportedFileConfiguration : IEntityTypeConfiguration<ExportedFile>
{
    public void Configure(EntityTypeBuilder<ExportedFile> builder)
    {
        builder.ToTable("exported_files");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.HasOne<Plan>().WithMany().HasForeignKey(file => file.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(file => file.ByUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(file => file.Name).HasColumnType("text");
        builder.Property(file => file.Basis).HasMaxLength(32);
        builder.Property(file => file.AsOf).HasMaxLength(64);
        builder.ComplexProperty(file => file.Recorded, RecordingColumns.Map);
    }
}
