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
        operation.Tags = new HashSet<OpenApiTagReference> { new(feature) };
        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = status[0] == '2' ? "成功" : StatusWords.Title(int.Parse(status, CultureInfo.InvariantCulture));
        }
    }
}
