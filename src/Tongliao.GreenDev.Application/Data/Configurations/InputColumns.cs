using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data.Configurations;

/// <summary>The typed numbers stand as columns of their own beside the rest of the row: numerator, not inputs_numerator.</summary>
internal static class InputColumns
{
    public static void Map(ComplexPropertyBuilder<ReportedInputs> inputs)
    {
        inputs.Property(i => i.Numerator).HasColumnName("numerator");
        inputs.Property(i => i.Denominator).HasColumnName("denominator");
        inputs.Property(i => i.Amount).HasColumnName("amount");
        inputs.Property(i => i.Supplied).HasColumnName("supplied");
        inputs.Property(i => i.Billed).HasColumnName("billed");
        inputs.Property(i => i.Correction).HasColumnName("correction");
        inputs.Ignore(i => i.IsEmpty);
    }
}
