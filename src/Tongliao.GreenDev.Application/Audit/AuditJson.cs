using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>How payloads are stored.</summary>
public static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    internal static string? Of(AuditPayload? state) => state is null ? null : JsonSerializer.Serialize<object>(state, Options);

    /// <summary>Reads a payload back.</summary>
    public static T Read<T>(string json)
        where T : AuditPayload => JsonSerializer.Deserialize<T>(json, Options)!;
}
