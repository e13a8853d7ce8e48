using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Data.Configurations;

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminders", table => table.HasCheckConstraint("ck_reminders_of_one", "num_nonnulls(unit_id, department_id) = 1"));
        builder.HasIndex(reminder => new { reminder.PlanId, reminder.Quarter, reminder.DepartmentId, reminder.ScheduledOn }).IsUnique()
            .HasFilter("scheduled_on IS NOT NULL");
        builder.HasIndex(reminder => new { reminder.PlanId, reminder.Quarter, reminder.UnitId, reminder.ScheduledOn }).IsUnique()
            .HasFilter("scheduled_on IS NOT NULL");
        builder.HasOne<ReportingUnit>().WithMany().HasForeignKey(reminder => reminder.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Department>().WithMany().HasForeignKey(reminder => new { reminder.PlanId, reminder.DepartmentId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(reminder => reminder.DepartmentId).HasMaxLength(32);
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(reminder => new { reminder.PlanId, reminder.Quarter }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(reminder => reminder.Text).HasMaxLength(ValueChecks.MaxTextLength);
        builder.ComplexProperty(reminder => reminder.Recorded, RecordingColumns.Map);
    }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.HasIndex(notice => new { notice.UserId, notice.Id });
        builder.HasIndex(notice => notice.UserId).HasFilter("read_at IS NULL").HasDatabaseName("ix_notices_unread");
        builder.HasOne<GreenDevUser>().WithMany().HasForeignKey(notice => notice.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(notice => notice.Title).HasMaxLength(100);
        builder.Property(notice => notice.Text).HasMaxLength(ValueChecks.MaxTextLength);
        builder.Property(notice => notice.Address).HasMaxLength(200);
        builder.Property(notice => notice.ByName).HasMaxLength(200);
    }
}
