using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api.Description;

/// <summary>Says of a type what the framework cannot see behind the API's own reading and writing.</summary>
internal static class DescribedSchema
{
    public static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(TypedNumber))
        {
            schema.Type = JsonSchemaType.Number | JsonSchemaType.Null;
            schema.Description = "数字，整数最多12位、小数最多4位；也接受写成文字的数字，全角数字按半角读。";
        }
        else if (context.JsonPropertyInfo?.CustomConverter is StorableTextConverter)
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        }
        else if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal))
        {
            // Without a format: double would be the wrong one.
            schema.Type = JsonSchemaType.Number | (type == typeof(decimal) ? 0 : JsonSchemaType.Null);
            schema.Format = null;
        }

        // Of what is read or written in the API's own way, the framework leaves the elements out too.
        if (typeof(IEnumerable<decimal>).IsAssignableFrom(type))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.Number };
        }
        else if (typeof(IReadOnlyDictionary<int, TypedNumber>).IsAssignableFrom(type))
        {
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number };
        }

        foreach (var property in context.JsonTypeInfo.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true))
        {
            schema.Required ??= new HashSet<string>();
            schema.Required.Add(property.Name);
        }
    }
}
