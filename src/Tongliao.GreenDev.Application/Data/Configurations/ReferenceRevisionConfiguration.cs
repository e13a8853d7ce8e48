using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class ReferenceRevisionConfiguration : IEntityTypeConfiguration<ReferenceRevision>
{
    public void Configure(EntityTypeBuilder<ReferenceRevision> builder)
    {
        builder.ToTable("reference_revisions");
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.HasData(new { Id = ReferenceRevision.OnlyId, Number = 0L });
    }
}
