using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>Writes the state of an object into the audit.</summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutComputed } },
        Converters = { new JsonStringEnumConverter() },
    };

    public static string? Of(object? state) => state is null ? null : JsonSerializer.Serialize(state, Options);

    /// <summary>IgnoreReadOnlyProperties would do that too, but empties anonymous objects, which have nothing but read-only properties.</summary>
    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        if (type.Type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
        {
            return;
        }

        foreach (var property in type.Properties.Where(property => property.Set is null))
        {
            property.ShouldSerialize = static (_, _) => false;
        }
    }
}
