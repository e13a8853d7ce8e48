using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>
/// Fingerprints what somebody asks for, so that a request sent again is told from another one under the same id. It covers the
/// whole command, whatever is added to it later.
/// </summary>
internal static class OperationContent
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new NumberConverter() },
    };

    /// <summary>SHA-256 of a command. It must hold no secret, and say which act it is where its fields alone do not.</summary>
    public static byte[] Of(object command) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Options));

    /// <summary>40 and 40.0 are one number.</summary>
    private sealed class NumberConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("G29", CultureInfo.InvariantCulture));
    }
}
