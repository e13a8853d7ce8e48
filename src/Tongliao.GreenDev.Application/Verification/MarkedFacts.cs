using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>What an exported file said, as the database keeps it: a list of lists (JSON, gzip), some twenty bytes a fact.</summary>
internal static class MarkedFacts
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The facts packed, and the SHA-256 of what is packed.</summary>
    public static (byte[] Packed, byte[] Hash) Pack(IReadOnlyList<MarkedFact> facts)
    {
        var json = Write(facts);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(json);
        }

        return (packed.ToArray(), SHA256.HashData(json));
    }

    /// <summary>The facts, and the hash of what they are now; null for what was never packed here.</summary>
    public static (IReadOnlyList<MarkedFact> Facts, byte[] Hash)? Unpack(byte[] packed)
    {
        try
        {
            using var json = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress))
            {
                gzip.CopyTo(json);
            }

            var bytes = json.ToArray();
            using var read = JsonDocument.Parse(bytes);
            return ([.. read.RootElement.EnumerateArray().Select(FactOf)], SHA256.HashData(bytes));
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static byte[] Write(IReadOnlyList<MarkedFact> facts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartArray();
            foreach (var fact in facts)
            {
                json.WriteStartArray();
                json.WriteStringValue(fact.Place);
                json.WriteStringValue(fact.Key);
                json.WriteStringValue(fact.Text);
                if (fact.IsReckoned)
                {
                    json.WriteBooleanValue(true);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    private static MarkedFact FactOf(JsonElement fact) =>
        new(fact[0].GetString() ?? "", fact[1].GetString() ?? "", fact[2].GetString() ?? "", fact.GetArrayLength() > 3 && fact[3].GetBoolean());
}
