using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>Asks the database for something in stored JSON.</summary>
internal static class StoredJson
{
    /// <summary>Whether a path leads to something; translated, never run.</summary>
    public static bool Has(string? json, string path) => throw new NotSupportedException($"Only the database follows {path} in {json}.");

    /// <summary>The path to a text that has a part, in whichever case, or to a number that is equal; at any depth, or of one member.</summary>
    public static string PathTo(string sought, string member = "**")
    {
        var number = decimal.TryParse(sought, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? string.Create(CultureInfo.InvariantCulture, $" || @ == {value}")
            : "";

        // Flag q: a text, not a pattern.
        return $"$.{member} ? (@ like_regex {JsonSerializer.Serialize(sought)} flag \"iq\"{number})";
    }

    public static void Map(ModelBuilder builder) => builder.HasDbFunction(typeof(StoredJson).GetMethod(nameof(Has))!).HasTranslation(
        arguments => new SqlFunctionExpression(
            "jsonb_path_exists",
            [arguments[0], new SqlUnaryExpression(ExpressionType.Convert, arguments[1], typeof(string), new StringTypeMapping("jsonpath", dbType: null))],
            nullable: true,
            argumentsPropagateNullability: [true, false],
            typeof(bool),
            typeMapping: null));
}
