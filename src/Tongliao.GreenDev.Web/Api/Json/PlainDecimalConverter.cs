using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Web.Api.Json;

/// <summary>Writes decimals as JSON numbers without loss and without zeros at the end: 40, not 40.0000.</summary>
internal sealed class PlainDecimalConverter : JsonConverter<decimal>
{
    // Dividing by a 1 of the greatest scale leaves the smallest scale that holds the value.
    private const decimal One = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
}
