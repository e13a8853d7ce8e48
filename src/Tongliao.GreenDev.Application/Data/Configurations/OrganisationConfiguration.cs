using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class ReportingUnitConfiguration : IEntityTypeConfiguration<ReportingUnit>
{
    public void Configure(EntityTypeBuilder<ReportingUnit> builder)
    {
        builder.ToTable("reporting_units");
        builder.Property(unit => unit.Code).HasMaxLength(12);
        builder.BelongsToPlan();
        builder.Property(unit => unit.ParentCode).HasMaxLength(12);
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(PlanChild.PlanId, nameof(ReportingUnit.ParentCode))
            .HasPrincipalKey(PlanChild.PlanId, nameof(ReportingUnit.Code)).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(unit => unit.Parent).Ignore(unit => unit.Children).Ignore(unit => unit.Subtree).Ignore(unit => unit.Reporting);
        builder.Property(unit => unit.Sets).AsJson();
        builder.Property(unit => unit.Name).HasMaxLength(64);
        builder.Property(unit => unit.ShortName).HasMaxLength(32);
    }
}

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments");
        builder.BelongsToPlan();
        builder.HasKey(PlanChild.PlanId, nameof(Department.Id));
        builder.Property(department => department.Id).HasMaxLength(40);
        builder.HasIndex(PlanChild.PlanId, nameof(Department.Name)).IsUnique();
        builder.Property(department => department.Name).HasMaxLength(64);
        builder.Property(department => department.Aliases).AsJson();
    }
}
