using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Web.Api.Json;

/// <summary>A number as a program sends it. What is wrong with it is kept, so that all faults of a body are told at once and at their fields.</summary>
/// <param name="Value">The number; null for null, a blank text, or a fault.</param>
/// <param name="Fault">Chinese: what is wrong and what to do; null when it could be read.</param>
[JsonConverter(typeof(TypedNumberConverter))]
public readonly record struct TypedNumber(decimal? Value, string? Fault)
{
    /// <summary>The number, with a fault at <paramref name="field"/> added to <paramref name="faults"/>.</summary>
    public decimal? Read(string field, List<FieldFault> faults)
    {
        if (Fault is not null)
        {
            faults.Add(new FieldFault(field, Fault));
        }

        return Value;
    }
}

/// <summary>Reads JSON numbers exactly, and numbers written as text as a person would type them.</summary>
internal sealed class TypedNumberConverter : JsonConverter<TypedNumber>
{
    private const string NotANumber = "请填数字，例如1234.5。";

    public override bool HandleNull => true;

    public override TypedNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.Number:
                return ExactDecimal.TryParse(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, out var value)
                    ? new TypedNumber(value, null)
                    : new TypedNumber(null, "数字过长，无法准确保存：整数部分最多12位、小数最多4位，请核对单位。");
            case JsonTokenType.String:
                return FromText(reader.GetString()!);
            default:
                reader.Skip();
                return new TypedNumber(null, NotANumber);
        }
    }

    public override void Write(Utf8JsonWriter writer, TypedNumber value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options);

    private static TypedNumber FromText(string text)
    {
        var read = NumberText.Read(text);
        return new TypedNumber(read.Value, read.Fault);
    }
}
