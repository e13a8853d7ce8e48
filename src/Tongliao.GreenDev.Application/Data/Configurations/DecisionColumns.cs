using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Data.Configurations;

/// <summary>effective_from, document, decided_by, reason and is_correction.</summary>
internal static class DecisionColumns
{
    public static void Map(ComplexPropertyBuilder<RuleDecision> decision)
    {
        decision.Property(d => d.EffectiveFrom).HasColumnName("effective_from");
        decision.Property(d => d.Document).HasColumnName("document").HasMaxLength(TypedText.LongestDocument);
        decision.Property(d => d.DecidedBy).HasColumnName("decided_by").HasMaxLength(TypedText.LongestDocument);
        decision.Property(d => d.Reason).HasColumnName("reason").HasMaxLength(ValueChecks.MaxTextLength);
        decision.Property(d => d.IsCorrection).HasColumnName("is_correction");
    }
}
