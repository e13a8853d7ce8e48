using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>Somebody signed in on the circuit.</summary>
internal sealed class SignedIn(Guid userId) : AuthenticationStateProvider
{
    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId.ToString())], SessionClaims.Scheme))));
}
