using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class RectificationArrangementConfiguration : IEntityTypeConfiguration<RectificationArrangement>
{
    public void Configure(EntityTypeBuilder<RectificationArrangement> builder)
    {
        builder.ToTable("rectification_arrangements");
        builder.HasIndex(arrangement => new { arrangement.UnitId, arrangement.IndicatorId, arrangement.Opened, arrangement.Version }).IsUnique();
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(arrangement => arrangement.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(arrangement => arrangement.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(arrangement => new { arrangement.PlanId, arrangement.Opened }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(arrangement => arrangement.Measures).HasMaxLength(RectificationArrangement.LongestMeasures);
        builder.Property(arrangement => arrangement.Owner).HasMaxLength(RectificationArrangement.LongestOwner);
        builder.ComplexProperty(arrangement => arrangement.Recorded, RecordingColumns.Map);
    }
}

internal sealed class RectificationOpeningConfiguration : IEntityTypeConfiguration<RectificationOpening>
{
    public void Configure(EntityTypeBuilder<RectificationOpening> builder)
    {
        builder.ToTable("rectification_openings");
        builder.HasIndex(opening => new { opening.UnitId, opening.IndicatorId, opening.Opened }).IsUnique();
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(opening => opening.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(opening => opening.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(opening => new { opening.PlanId, opening.Opened }).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(opening => opening.Recorded, RecordingColumns.Map);
    }
}
