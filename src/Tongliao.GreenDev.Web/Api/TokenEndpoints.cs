using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Api.Json;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>One's own bearer tokens (接口令牌).</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this RouteGroupBuilder api)
    {
        api.MapGet("/tokens", static async (ApiCaller caller, TokenService tokens, CancellationToken cancellationToken) =>
                await tokens.ListAsync(caller, cancellationToken))
            .Says("列出本人的令牌");
        api.MapPost("/tokens", CreateAsync)
            .Produces<CreatedToken>(StatusCodes.Status201Created)
            .Says("新建本人的令牌，token只显示这一次；有效期最长到本次所用令牌的到期时间，所用令牌撤销时一并撤销", 403, 409).TakesJson();
        api.MapDelete("/tokens/{id:guid}", static async (ApiCaller caller, Guid id, TokenService tokens, CancellationToken cancellationToken) =>
            {
                await tokens.RevokeAsync(caller, id, cancellationToken);
                return TypedResults.NoContent();
            })
            .Says("撤销本人的一个令牌，以及用它新建的令牌", 404);
    }

    private static async Task<IResult> CreateAsync(
        ApiCaller caller, TokenRequest body, TokenService tokens, CancellationToken cancellationToken)
    {
        var created = await tokens.CreateAsync(caller, body.Name, body.Days, cancellationToken);
        return TypedResults.Created($"{PortalApi.Root}/tokens/{created.Id}", created);
    }
}

/// <summary>A token to be made.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Days">How many days it is good.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TokenRequest([property: JsonConverter(typeof(StorableTextConverter))] string? Name = null, int? Days = null);
