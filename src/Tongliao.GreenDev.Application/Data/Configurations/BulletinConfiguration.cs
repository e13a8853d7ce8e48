using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class BulletinVersionConfiguration : IEntityTypeConfiguration<BulletinVersion>
{
    public void Configure(EntityTypeBuilder<BulletinVersion> builder)
    {
        builder.ToTable("bulletin_versions");
        builder.HasIndex(version => new { version.PlanId, version.Quarter, version.Number }).IsUnique();
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(version => new { version.PlanId, version.Quarter }).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(version => version.Content, BulletinColumns.Map);
        builder.ComplexProperty(version => version.Recorded, RecordingColumns.Map);
    }
}

internal sealed class BulletinEditionConfiguration : IEntityTypeConfiguration<BulletinEdition>
{
    public void Configure(EntityTypeBuilder<BulletinEdition> builder)
    {
        builder.ToTable("bulletin_editions");
        builder.HasAlternateKey(edition => new { edition.PlanId, edition.Quarter, edition.Number });
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(edition => new { edition.PlanId, edition.Quarter }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(edition => edition.DocumentNumber).HasMaxLength(BulletinEdition.LongestDocumentNumber);
        builder.ComplexProperty(edition => edition.Content, BulletinColumns.Map);
        builder.Property(edition => edition.Facts).AsJson();
        builder.ComplexProperty(edition => edition.Recorded, RecordingColumns.Map);
    }
}

internal sealed class BulletinFileConfiguration : IEntityTypeConfiguration<BulletinFile>
{
    public void Configure(EntityTypeBuilder<BulletinFile> builder)
    {
        builder.ToTable("bulletin_files");
        builder.HasKey(file => new { file.PlanId, file.Quarter, file.Number });
        builder.HasOne<BulletinEdition>().WithOne().HasForeignKey<BulletinFile>(file => new { file.PlanId, file.Quarter, file.Number })
            .HasPrincipalKey<BulletinEdition>(edition => new { edition.PlanId, edition.Quarter, edition.Number }).OnDelete(DeleteBehavior.Restrict);
    }
}
