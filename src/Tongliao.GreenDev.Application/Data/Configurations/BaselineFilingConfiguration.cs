using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class BaselineFilingConfiguration : IEntityTypeConfiguration<BaselineFiling>
{
    public void Configure(EntityTypeBuilder<BaselineFiling> builder)
    {
        builder.ToTable("baseline_filings", table => table.HasCheckConstraint("ck_baseline_filings_number", "number > 0"));
        builder.HasIndex(filing => new { filing.UnitId, filing.IndicatorId, filing.Number }).IsUnique();
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(filing => filing.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(filing => filing.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(filing => filing.Inputs, InputColumns.Map);
        builder.Property(filing => filing.Ground).HasMaxLength(BaselineFiling.LongestText);
        builder.Property(filing => filing.Support).HasMaxLength(BaselineFiling.LongestText);
        builder.ComplexProperty(filing => filing.Recorded, RecordingColumns.Map);
    }
}

internal sealed class BaselineFilingDecisionConfiguration : IEntityTypeConfiguration<BaselineFilingDecision>
{
    public void Configure(EntityTypeBuilder<BaselineFilingDecision> builder)
    {
        builder.ToTable("baseline_filing_decisions", table => table.HasCheckConstraint("ck_baseline_filing_decisions_reason", "is_adopted OR reason IS NOT NULL"));
        builder.HasKey(decision => decision.FilingId);
        builder.Property(decision => decision.FilingId).ValueGeneratedNever();
        builder.HasOne<BaselineFiling>().WithOne().HasForeignKey<BaselineFilingDecision>(decision => decision.FilingId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(decision => decision.Reason).HasMaxLength(ValueChecks.MaxTextLength);
        builder.ComplexProperty(decision => decision.Recorded, RecordingColumns.Map);
    }
}
