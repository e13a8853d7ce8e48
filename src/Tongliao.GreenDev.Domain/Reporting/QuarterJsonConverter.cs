using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Writes a quarter as <c>2024Q1</c>: by its members its neighbours would go on for ever.</summary>
public sealed class QuarterJsonConverter : JsonConverter<Quarter>
{
    public override Quarter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Quarter.TryParse(reader.GetString(), out var quarter) ? quarter : throw new JsonException("A quarter such as 2024Q1 is expected.");

    public override void Write(Utf8JsonWriter writer, Quarter value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
