using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>
/// Looks every few seconds whether the session behind a circuit is still good; after that nobody is signed in there. What is done on a
/// circuit is about the plan of the page that it began on: a page of another plan is opened anew.
/// </summary>
internal sealed class SessionAuthenticationState(LiveSessions sessions, NavigationManager navigation, ILoggerFactory logs)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    private string? plan;

    protected override TimeSpan RevalidationInterval => LiveSessions.Believed;

    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        if (state.User.Identity?.IsAuthenticated != true || state.User.HasClaim(claim => claim.Type == SessionClaims.Plan))
        {
            return state;
        }

        plan ??= PlanAddress.Of(navigation.Uri);
        return plan is null ? state : new AuthenticationState(SessionClaims.About(state.User, plan));
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.FindFirstValue(SessionClaims.Session) is { } session
        && await sessions.MayGoOnAsync(session, cancellationToken);
}
