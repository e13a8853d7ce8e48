using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Web.Api.Json;

/// <summary>How the API reads and writes JSON. Requests refuse keys they do not know: a misspelt one must not be taken for one left out.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        // Answers are application/json with nosniff and never part of a page, so that ">=" and Chinese stand as they are.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new PlainDecimalConverter());
    }
}
