using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>
/// What a signed-in principal carries. Services trust the person's id alone; name, role and body are for the screens
/// and were read from the database moments ago.
/// </summary>
public static class SessionClaims
{
    /// <summary>The scheme of people in browsers.</summary>
    public static readonly string Scheme = IdentityConstants.ApplicationScheme;

    /// <summary>Id (not key) of the session.</summary>
    public const string Session = "greendev:session";

    /// <summary>Security stamp at sign-in; only in the stored ticket.</summary>
    public const string Stamp = "greendev:stamp";

    /// <summary>Network address of the request.</summary>
    public const string Address = "greendev:address";

    /// <summary>Browser and system of the sign-in; only in the stored ticket.</summary>
    public const string Device = "greendev:device";

    /// <summary>Unit or department with the role's word, for example 奈曼旗 填报员.</summary>
    public const string Office = "greendev:office";

    /// <summary>Code of the person's unit; absent for those of no one unit.</summary>
    public const string Unit = "greendev:unit";

    /// <summary>Present while nothing but changing the password is allowed.</summary>
    public const string MustChangePassword = "greendev:must-change-password";

    /// <summary>Key of the plan that a request is about, as it was asked for; whether the person has it is asked of the database.</summary>
    public const string Plan = "greendev:plan";

    /// <summary>Id of the bearer token that a program called with.</summary>
    public const string Token = "greendev:token";

    /// <summary>What to sign in with after <see cref="SignInService"/> accepted a person.</summary>
    /// <param name="user">Who.</param>
    /// <param name="address">Network address of the request.</param>
    /// <param name="device">Browser and system, at most 64 characters.</param>
    public static ClaimsPrincipal PrincipalOf(NewSession user, string address, string device) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, user.UserId.ToString()),
            new Claim(Stamp, user.Stamp),
            new Claim(Address, address),
            new Claim(Device, device),
        ],
        Scheme));

    /// <summary>The caller behind a principal.</summary>
    /// <exception cref="RefusalException">Forbidden: nobody is signed in.</exception>
    public static Caller CallerOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Caller(id, principal.FindFirstValue(Address) ?? "")
            {
                Plan = principal.FindFirstValue(Plan),
                SessionId = principal.FindFirstValue(Session),
                TokenId = Guid.TryParse(principal.FindFirstValue(Token), out var token) ? token : null,
            }
            : throw RefusalException.Forbidden("登录已结束，请重新登录。");

    /// <summary>The same person, asking about a plan.</summary>
    public static ClaimsPrincipal About(ClaimsPrincipal principal, string plan) => new(principal.Identities.Append(new ClaimsIdentity([new Claim(Plan, plan)])));

    internal static ClaimsPrincipal PrincipalOf(LiveSession state, string address)
    {
        var claims = PersonClaims(state.UserId, state.DisplayName, state.Role, state.Body, address);
        claims.Add(new Claim(Session, state.Id));
        if (state.UnitCode is { } unit)
        {
            claims.Add(new Claim(Unit, unit));
        }

        if (state.MustChangePassword)
        {
            claims.Add(new Claim(MustChangePassword, "true"));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }

    /// <summary>The principal of a program that called with a bearer token.</summary>
    public static ClaimsPrincipal PrincipalOf(LiveToken token, string address, string scheme)
    {
        var claims = PersonClaims(token.UserId, token.DisplayName, token.Role, body: null, address);
        claims.Add(new Claim(Token, token.TokenId.ToString()));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    private static List<Claim> PersonClaims(Guid id, string name, UserRole role, string? body, string address) =>
    [
        new(ClaimTypes.NameIdentifier, id.ToString()),
        new(ClaimTypes.Name, name),
        new(ClaimTypes.Role, role.Code()),
        new(Office, role.OfficeName(body)),
        new(Address, address),
    ];
}
