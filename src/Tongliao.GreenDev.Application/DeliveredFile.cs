using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Application;

/// <summary>A file of data that the portal is delivered with, read strictly.</summary>
internal static class DeliveredFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static Stream Open(string name) =>
        typeof(DeliveredFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");

    /// <exception cref="JsonException">Something is missing, doubled or of no use.</exception>
    public static List<TItem> Read<TItem>(Stream json) => JsonSerializer.Deserialize<List<TItem>>(json, Options)!;
}
