using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class GreenDevUserConfiguration : IEntityTypeConfiguration<GreenDevUser>
{
    public void Configure(EntityTypeBuilder<GreenDevUser> builder)
    {
        // A foreign key of two columns is not looked at where one of them is empty.
        builder.ToTable("users", table => table.HasCheckConstraint(
            "ck_users_department", "(department_plan_id IS NULL) = (department_id IS NULL)"));
        builder.Property(user => user.DisplayName).HasMaxLength(64);

        // Identity names them itself, and otherwise than everything else is named.
        builder.HasIndex(user => user.NormalizedUserName).HasDatabaseName("ix_users_normalized_user_name").IsUnique();
        builder.HasIndex(user => user.NormalizedEmail).HasDatabaseName("ix_users_normalized_email");
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(user => user.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(user => new { user.DepartmentPlanId, user.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IdentityTablesConfiguration :
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("user_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("user_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("user_tokens");
}

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("user_sessions");
        builder.Property(session => session.Id).HasMaxLength(64);
        builder.Property(session => session.Address).HasMaxLength(64);
        builder.Property(session => session.Device).HasMaxLength(64);
        builder.HasIndex(session => session.UserId);
        builder.HasIndex(session => session.ExpiresAt);
        builder.HasOne<GreenDevUser>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignInPlaceConfiguration : IEntityTypeConfiguration<SignInPlace>
{
    public void Configure(EntityTypeBuilder<SignInPlace> builder)
    {
        builder.ToTable("sign_in_places");
        builder.HasKey(place => new { place.UserId, place.Place });
        builder.Property(place => place.Place).HasMaxLength(64);
        builder.HasOne<GreenDevUser>().WithMany().HasForeignKey(place => place.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasIndex(token => token.UserId);
        builder.Property(token => token.Name).HasMaxLength(100);
        builder.HasOne<ApiToken>().WithMany().HasForeignKey(token => token.MadeWithId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<GreenDevUser>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FormerPasswordConfiguration : IEntityTypeConfiguration<FormerPassword>
{
    public void Configure(EntityTypeBuilder<FormerPassword> builder)
    {
        builder.ToTable("former_passwords");
        builder.HasIndex(password => new { password.UserId, password.ReplacedAt });
        builder.HasOne<GreenDevUser>().WithMany().HasForeignKey(password => password.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("audit_events");
        builder.HasIndex(audit => audit.At);
        builder.HasIndex(audit => new { audit.Kind, audit.At });

        // Led by the id: some are looked up at once.
        builder.HasIndex(audit => new { audit.OperationId, audit.UserId }).IsUnique().HasFilter("operation_id IS NOT NULL");
        builder.Property(audit => audit.Kind).HasMaxLength(64);
        builder.Property(audit => audit.UserName).HasMaxLength(200);
        builder.Property(audit => audit.Subject).HasMaxLength(200);
        builder.Property(audit => audit.Address).HasMaxLength(64);
        builder.Property(audit => audit.Before).HasColumnType("jsonb");
        builder.Property(audit => audit.After).HasColumnType("jsonb");
    }
}
