using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>Looks every few seconds whether the session behind a circuit is still good; after that nobody is signed in there.</summary>
internal sealed class SessionAuthenticationState(LiveSessions sessions, ILoggerFactory logs) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => LiveSessions.Believed;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.FindFirstValue(SessionClaims.Session) is { } session
        && await sessions.MayGoOnAsync(session, cancellationToken);
}
