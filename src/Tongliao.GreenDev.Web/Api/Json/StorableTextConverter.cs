using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Web.Api.Json;

/// <summary>Refuses text with characters that nobody types and the database does not take.</summary>
internal sealed class StorableTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException();
        }

        var text = reader.GetString()!;
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? throw new JsonException() : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
