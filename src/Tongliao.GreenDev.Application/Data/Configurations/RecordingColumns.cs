using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Data.Configurations;

/// <summary>recorded_at, recorded_by_id, recorded_by and recorded_way: no reference to the account, which may be gone by then.</summary>
internal static class RecordingColumns
{
    public static void Map(ComplexPropertyBuilder<Recording> recorded)
    {
        recorded.Property(r => r.At).HasColumnName("recorded_at");
        recorded.Property(r => r.ById).HasColumnName("recorded_by_id");
        recorded.Property(r => r.ByName).HasColumnName("recorded_by").HasMaxLength(200);
        recorded.Property(r => r.Way).HasColumnName("recorded_way");
    }
}
