using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>Calls the API as a program does.</summary>
public sealed class ApiClient(HttpClient http)
{
    public string Token { get; init; } = "";

    public Task<ApiAnswer> GetAsync(string address) => SendAsync(HttpMethod.Get, address, body: null);

    public Task<ApiAnswer> DeleteAsync(string address) => SendAsync(HttpMethod.Delete, address, body: null);

    public Task<ApiAnswer> PostAsync(string address, object? body = null) => SendAsync(HttpMethod.Post, address, Json(body));

    public Task<ApiAnswer> PutAsync(string address, object body) => SendAsync(HttpMethod.Put, address, Json(body));

    /// <summary>Sends a body as it is.</summary>
    public Task<ApiAnswer> SendTextAsync(HttpMethod method, string address, string body, string contentType = "application/json") =>
        SendAsync(method, address, new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(contentType)));

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string address, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        using var response = await http.SendAsync(request);
        return await ApiAnswer.ReadAsync(response);
    }

    public Task<byte[]> DownloadAsync(string address) => http.GetByteArrayAsync(address);

    private static StringContent? Json(object? body) => body is null
        ? null
        : new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}

/// <summary>What the API answered.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, string MediaType, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => (string?)Json["code"];

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Content.Headers.ContentType?.MediaType ?? "",
        await response.Content.ReadAsStringAsync(),
        response.Headers,
        response.Content.Headers);

    public ApiAnswer RequireOk()
    {
        Assert.True(Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent, $"{Status}: {Text}");
        return this;
    }

    /// <summary>Problem details in Chinese, of a status and with a code.</summary>
    public JsonNode RequireProblem(int status, string? code = null)
    {
        Assert.True((int)Status == status, $"expected {status}, got {(int)Status}: {Text}");
        Assert.Equal("application/problem+json", MediaType);
        var problem = Json;
        foreach (var member in new[] { "title", "detail" })
        {
            Assert.Matches(@"[\u4e00-\u9fff]", (string)problem[member]!);
        }

        Assert.Equal(status, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["requestId"]!);
        Assert.Matches("^[a-z][a-z_]*$", (string)problem["code"]!);
        if (code is not null)
        {
            Assert.Equal(code, (string)problem["code"]!);
        }

        return problem;
    }

    /// <summary>The messages at a field.</summary>
    public string[] ErrorsAt(string field) =>
        [.. (Json["errors"]?[field]?.AsArray() ?? throw new Xunit.Sdk.XunitException($"No fault at {field}: {Text}")).Select(message => (string)message!)];
}
