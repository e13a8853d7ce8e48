using System.Globalization;
using Microsoft.OpenApi;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api.Description;

/// <summary>Says of an operation in Chinese what its answers mean, and files it under its feature.</summary>
internal static class DescribedOperation
{
    private static readonly string[] Prefixes = ["api", "v1"];

    public static void Describe(OpenApiOperation operation, string path)
    {
        var feature = path.Split('/').First(part => !Prefixes.Contains(part));
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = PlanAddress.Parameter,
            In = ParameterLocation.Query,
            Description = "方案的key；不填为账号所属方案，没有所属方案的为最先载入的方案",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        operation.Tags = new HashSet<OpenApiTagReference> { new(feature) };
        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = status[0] == '2' ? "成功" : StatusWords.Title(int.Parse(status, CultureInfo.InvariantCulture));
        }
    }
}
