using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>
/// Ties a circuit to its session: whatever the browser sends is dropped once the session has ended, and the screen is
/// told to go to the sign-in page.
/// </summary>
internal sealed class CircuitSession(LiveSessions live, AuthenticationStateProvider authentication, IJSRuntime browser)
    : CircuitHandler, IDisposable
{
    private LiveSession? opened;
    private bool told;

    /// <summary>Before other handlers, so that none acts for a session that is over.</summary>
    public override int Order => -100;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var session = (await authentication.GetAuthenticationStateAsync()).User.FindFirstValue(SessionClaims.Session);
        opened = session is null ? null : await live.FindAsync(session, cancellationToken);
        live.Ended += OnEnded;
        authentication.AuthenticationStateChanged += OnStateChanged;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            if (opened is null || !await live.MayGoOnAsync(opened.Id, CancellationToken.None))
            {
                Tell();
                return;
            }

            await next(context);
        };

    public void Dispose()
    {
        live.Ended -= OnEnded;
        authentication.AuthenticationStateChanged -= OnStateChanged;
    }

    private void OnEnded(Func<LiveSession, bool> hasEnded)
    {
        if (opened is not null && hasEnded(opened))
        {
            Tell();
        }
    }

    private void OnStateChanged(Task<AuthenticationState> state) => _ = TellIfSignedOutAsync(state);

    private async Task TellIfSignedOutAsync(Task<AuthenticationState> state)
    {
        if ((await state).User.Identity is not { IsAuthenticated: true })
        {
            Tell();
        }
    }

    private void Tell()
    {
        if (!told)
        {
            told = true;
            _ = TellAsync();
        }
    }

    private async Task TellAsync()
    {
        try
        {
            await browser.InvokeVoidAsync("greenDevSession.end");
        }
        catch (Exception fault) when (fault is JSException or JSDisconnectedException or OperationCanceledException or InvalidOperationException)
        {
            // Nobody looks at the page any more, or it is on its way to the sign-in page already.
        }
    }
}
