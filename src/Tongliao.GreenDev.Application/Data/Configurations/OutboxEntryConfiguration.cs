using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class OutboxEntryConfiguration : IEntityTypeConfiguration<OutboxEntry>
{
    private const string Transaction = nameof(Transaction);

    public void Configure(EntityTypeBuilder<OutboxEntry> builder)
    {
        builder.ToTable("outbox");
        builder.Property(entry => entry.At).HasDefaultValueSql("now()");
        builder.Property(entry => entry.UnitCode).HasMaxLength(12);

        // Ids are given out before the commit and not in its order; the transaction tells what was committed since a snapshot.
        builder.Property<ulong>(Transaction).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
        builder.HasIndex(Transaction);
    }
}
