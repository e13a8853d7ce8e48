using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tongliao.GreenDev.Web.Tests.Api;

public sealed partial class OpenApiTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    [Fact]
    public async Task Document_ListsEveryEndpointWithAChineseSummaryAndItsErrors()
    {
        var document = await DocumentAsync();
        var mapped = portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } route
                && (route.StartsWith("/api/", StringComparison.Ordinal) || route.StartsWith("/exports/", StringComparison.Ordinal)))
            .Select(endpoint => (
                Path: Constraint().Replace(endpoint.RoutePattern.RawText!, "}"),
                Method: endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0].ToLowerInvariant()))
            .ToList();

        Assert.NotEmpty(mapped);
        foreach (var (path, method) in mapped)
        {
            var operation = document["paths"]?[path]?[method];
            Assert.True(operation is not null, $"{method} {path}");
            Assert.Matches(@"[\u4e00-\u9fff]", (string)operation["summary"]!);
            var responses = operation["responses"]!.AsObject().Select(response => response.Key).ToList();
            Assert.Contains("401", responses);
            Assert.Contains("429", responses);
            Assert.Contains(responses, code => code.StartsWith('2'));
        }

        Assert.Equal(mapped.Count, document["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count));
    }

    [Fact]
    public async Task Document_IsOpenAndSaysHowToAuthenticate()
    {
        var document = await DocumentAsync();

        Assert.Equal("bearer", (string)document["components"]!["securitySchemes"]!["bearer"]!["scheme"]!);
        Assert.NotNull(document["security"]![0]!["bearer"]);
    }

    [Fact]
    public async Task Document_HasNumbersAsNumbersAndWordsAsWords()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;

        var rating = schemas["RatingAnswer"]!["properties"]!;
        Assert.Equal(["null", "number"], Types(rating["value"]!));
        Assert.Null(rating["value"]!["format"]);
        Assert.Equal("string", Assert.Single(Types(rating["displayed"]!), type => type != "null"));
        Assert.Equal(
            ["Green", "Amber", "Red", "Accepted", "NotReported", "NotApplicable", "Reference", "NoTarget", "MissingBaseline", "NotDue", "Incomplete"],
            schemas["RagStatus"]!["enum"]!.AsArray().Select(word => (string)word!));
        var numerator = schemas["InputsRequest"]!["properties"]!["numerator"]!;
        Assert.Contains("number", Types(numerator["$ref"] is { } reference ? schemas[((string)reference!).Split('/')[^1]]! : numerator));
        Assert.Contains("version", schemas["SaveValueRequest"]!["required"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("number", (string)schemas["IndicatorAnswer"]!["properties"]!["progressCurve"]!["items"]!["type"]!);
        Assert.Equal(["document", "effectiveFrom", "value"], schemas["TargetRequest"]!["required"]!.AsArray().Select(name => (string)name!).Order());
        Assert.DoesNotContain("double", schemas.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_SaysWhichParametersAreRequired()
    {
        var parameters = (await DocumentAsync())["paths"]!["/api/v1/ratings"]!["get"]!["parameters"]!.AsArray();

        Assert.Equal(["period", "basis", "asOf", "plan"], parameters.Select(parameter => (string)parameter!["name"]!));
        Assert.True((bool)parameters[0]!["required"]!);
        Assert.All(parameters.Skip(1), parameter => Assert.False((bool?)parameter!["required"] ?? false));
    }

    private static IEnumerable<string> Types(JsonNode schema) => (schema["type"] is JsonArray types
        ? types.Select(type => (string)type!)
        : [(string)schema["type"]!]).Order();

    private async Task<JsonNode> DocumentAsync() => (await portal.Anonymous.GetAsync("/openapi/v1.json")).RequireOk().Json;

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();
}
