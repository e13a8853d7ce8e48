using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>
/// Refuses a circuit to a person who holds as many as allowed. Connected ones count: those of a dropped line do not, their number is
/// bounded for the whole portal, so that a bad line never locks a clerk out.
/// </summary>
public sealed class CircuitLimits(CircuitSlots slots, AuthenticationStateProvider authentication, IJSRuntime browser, ILogger<CircuitLimits> log)
    : CircuitHandler
{
    private const string Refusal = "您打开的页面过多，本页暂不能填写。请关闭其他标签页后刷新。";

    private string? user;
    private bool connected;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        var user = principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;
        if (slots.TryTake(user))
        {
            this.user = user;
            connected = true;
            return;
        }

        log.LogWarning("Circuit refused: user {UserId} holds as many as allowed.", user);

        // Not awaited: the browser's answer cannot be read before the circuit is open. Throwing is what closes it.
        _ = browser.InvokeVoidAsync("greenDev.refuseCircuit", CancellationToken.None, Refusal).AsTask();
        throw new InvalidOperationException("Too many circuits for one user.");
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Leave();
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (user is not null && !connected)
        {
            slots.TakeBack(user);
            connected = true;
        }

        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Leave();
        return Task.CompletedTask;
    }

    private void Leave()
    {
        if (user is not null && connected)
        {
            slots.Release(user);
            connected = false;
        }
    }
}
