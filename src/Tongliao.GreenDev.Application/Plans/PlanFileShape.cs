using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>Compares a JSON document with the types it is to become and gathers every difference; the serializer itself stops at the first.</summary>
internal sealed class PlanFileShape(PlanFaults faults)
{
    private const int MostDecimals = 4;
    private const decimal IntegerLimit = 1_000_000_000_000m;

    /// <summary>Text members which may be empty.</summary>
    private static readonly string[] EmptyAllowed = [".note", ".hint"];

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RemoveWhatCannotBeSet } },
    };

    public void Check<T>(JsonElement root) => Check(root, Options.GetTypeInfo(typeof(T)), "$");

    /// <summary>How a file writes the name of an enum's member.</summary>
    public static string Spelling(string enumName) => JsonNamingPolicy.CamelCase.ConvertName(enumName);

    // Keys of the database and derived properties would otherwise be accepted in a file and ignored.
    private static void RemoveWhatCannotBeSet(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].Set is null)
            {
                type.Properties.RemoveAt(i);
            }
        }
    }

    private void Check(JsonElement element, JsonTypeInfo type, string path)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            CheckObject(element, type, path);
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            CheckList(element, type, path);
        }
        else
        {
            CheckValue(element, type, path);
        }
    }

    private void CheckObject(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, "应为对象 { … }");
            return;
        }

        var expected = type.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!seen.Add(member.Name))
            {
                faults.Add($"{path}.{member.Name}", "同一项写了两次");
            }
            else
            {
                CheckMember(member.Value, expected.GetValueOrDefault(member.Name), $"{path}.{member.Name}");
            }
        }

        foreach (var name in expected.Keys.Where(name => !seen.Contains(name)))
        {
            faults.Add($"{path}.{name}", "缺少此项");
        }
    }

    private void CheckMember(JsonElement value, JsonPropertyInfo? property, string path)
    {
        if (property is null)
        {
            faults.Add(path, "不认识的项");
        }
        else if (value.ValueKind == JsonValueKind.Null)
        {
            faults.Require(property.IsSetNullable, path, "不得为null");
        }
        else
        {
            Check(value, Options.GetTypeInfo(property.PropertyType), path);
        }
    }

    private void CheckList(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            faults.Add(path, "应为列表 [ … ]");
            return;
        }

        var itemType = Options.GetTypeInfo(type.ElementType!);
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            var itemPath = string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]");
            if (item.ValueKind == JsonValueKind.Null)
            {
                faults.Add(itemPath, "不得为null");
            }
            else
            {
                Check(item, itemType, itemPath);
            }
        }
    }

    private void CheckValue(JsonElement element, JsonTypeInfo type, string path)
    {
        object? value;
        try
        {
            value = element.Deserialize(type);
        }
        catch (JsonException)
        {
            faults.Add(path, $"应为{Describe(type.Type)}");
            return;
        }

        if (value is string text)
        {
            faults.Require(!string.IsNullOrWhiteSpace(text) || MayBeEmpty(path), path, "不得为空");
        }
        else if (value is decimal number)
        {
            faults.Require(number.Scale <= MostDecimals && Math.Abs(number) < IntegerLimit, path, "最多12位整数、4位小数");
        }
        else if (value is Enum word)
        {
            // The converter would also take "a, b" and other letter cases.
            faults.Require(element.GetString() == Spelling(word.ToString()), path, $"应为{Describe(type.Type)}");
        }
    }

    private static bool MayBeEmpty(string path) => EmptyAllowed.Any(member => path.EndsWith(member, StringComparison.Ordinal));

    private static string Describe(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
        {
            return string.Join("、", Enum.GetNames(plain).Select(Spelling)) + "之一";
        }

        return plain switch
        {
            _ when plain == typeof(string) => "文字",
            _ when plain == typeof(bool) => "true或false",
            _ when plain == typeof(int) => "整数",
            _ when plain == typeof(decimal) => "数",
            _ when plain == typeof(DateOnly) => "日期，如2023-11-04",
            _ => plain.Name,
        };
    }
}
