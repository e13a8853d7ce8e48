using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.HasIndex(message => new { message.Channel, message.NextTryAt }).HasFilter("state = 'Waiting'").HasDatabaseName("ix_messages_waiting");
        builder.HasIndex(message => message.CreatedAt);
        builder.HasIndex(message => new { message.UserId, message.CreatedAt });
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Recipient).HasMaxLength(200);
        builder.Property(message => message.Address).HasMaxLength(MailAddress.Longest);
        builder.Property(message => message.Subject).HasMaxLength(200);
        builder.Property(message => message.Fault).HasMaxLength(200);

        // Whoever was overtaken by another portal notes nothing.
        builder.Property(message => message.Tries).IsConcurrencyToken();
        builder.Property(message => message.State).IsConcurrencyToken();
    }
}

internal sealed class MailChoiceConfiguration : IEntityTypeConfiguration<MailChoice>
{
    public void Configure(EntityTypeBuilder<MailChoice> builder)
    {
        builder.ToTable("mail_choices");
        builder.HasKey(choice => choice.UserId);
        builder.HasOne<GreenDevUser>().WithOne().HasForeignKey<MailChoice>(choice => choice.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(choice => choice.Address).HasMaxLength(MailAddress.Longest);
        builder.Property(choice => choice.AskedAddress).HasMaxLength(MailAddress.Longest);
        builder.Property(choice => choice.Code).HasMaxLength(6);
        builder.PrimitiveCollection(choice => choice.Declined).ElementType().HasConversion<string>();
    }
}
