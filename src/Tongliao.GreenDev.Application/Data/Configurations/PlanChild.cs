using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Data.Configurations;

/// <summary>What every part of a plan has in common: the plan it belongs to.</summary>
internal static class PlanChild
{
    public const string PlanId = "PlanId";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static void BelongsToPlan<TEntity>(this EntityTypeBuilder<TEntity> builder)
        where TEntity : class
    {
        builder.Property<int>(PlanId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(PlanId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>Small immutable parts without an identity of their own live in one jsonb column.</summary>
    public static PropertyBuilder<TValue> AsJson<TValue>(this PropertyBuilder<TValue> property) =>
        property.HasColumnType("jsonb").HasConversion(new JsonTextConverter<TValue>(), new JsonTextComparer<TValue>());

    /// <inheritdoc cref="AsJson{TValue}(PropertyBuilder{TValue})"/>
    public static ComplexTypePropertyBuilder<TValue> AsJson<TValue>(this ComplexTypePropertyBuilder<TValue> property) =>
        property.HasColumnType("jsonb").HasConversion(new JsonTextConverter<TValue>(), new JsonTextComparer<TValue>());

    private sealed class JsonTextConverter<TValue>() : ValueConverter<TValue, string>(
        value => JsonSerializer.Serialize(value, Json),
        text => JsonSerializer.Deserialize<TValue>(text, Json)!);

    private sealed class JsonTextComparer<TValue>() : ValueComparer<TValue>(
        (left, right) => JsonSerializer.Serialize(left, Json) == JsonSerializer.Serialize(right, Json),
        value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
        value => value);
}
