using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>
/// Keeps sessions on the server, so that signing out, disabling and a new password really end them. The cookie carries
/// a random key; the database keeps its hash and the ticket encrypted.
/// </summary>
public sealed class SessionStore(
    IDbContextFactory<GreenDevDbContext> contexts,
    LiveSessions live,
    IDataProtectionProvider protection,
    IOptions<SessionsOptions> options,
    TimeProvider time) : ITicketStore
{
    private const int KeyBytes = 32;

    private static readonly TimeSpan TouchInterval = TimeSpan.FromMinutes(1);

    private readonly IDataProtector tickets = protection.CreateProtector("GreenDev.SessionTicket");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes));
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync();
        await db.Sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync();
        db.Sessions.Add(new UserSession
        {
            Id = IdOf(key),
            UserId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            Address = ticket.Principal.FindFirstValue(SessionClaims.Address) ?? "",
            Device = ticket.Principal.FindFirstValue(SessionClaims.Device) ?? "",
            Ticket = tickets.Protect(TicketSerializer.Default.Serialize(ticket)),
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = Expiry(createdAt: now, seenAt: now),
        });
        await db.SaveChangesAsync();
        return key;
    }

    /// <summary>Never: a key known before signing in must not open the session made by it.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        throw new NotSupportedException("Sign out before signing in over an existing session.");

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, address: "", CancellationToken.None);

    public Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken) =>
        RetrieveAsync(key, httpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancellationToken);

    public async Task RemoveAsync(string key)
    {
        var id = IdOf(key);
        await using var db = await contexts.CreateDbContextAsync();
        await db.Sessions.Where(session => session.Id == id).ExecuteDeleteAsync();
        live.End(id);
    }

    /// <summary>Notes activity, at most once a minute, and so moves the end of the session.</summary>
    public async Task TouchAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await live.FindAsync(id, cancellationToken) is { } state && now - state.LastSeenAt >= TouchInterval)
        {
            await ExtendAsync(state, now, cancellationToken);
        }
    }

    /// <summary>Notes activity now, because the person asked to stay.</summary>
    /// <returns>What is left, zero when the session has ended.</returns>
    public async Task<TimeSpan> ExtendAsync(string id, CancellationToken cancellationToken)
    {
        if (await live.FindAsync(id, cancellationToken) is { } state)
        {
            await ExtendAsync(state, time.GetUtcNow(), cancellationToken);
        }

        return await RemainingAsync(id, cancellationToken);
    }

    /// <summary>What is left of a session as the database has it now; asking does not extend it.</summary>
    public async Task<TimeSpan> RemainingAsync(string id, CancellationToken cancellationToken)
    {
        live.Forget(id);
        return await live.FindAsync(id, cancellationToken) is { } state ? state.ExpiresAt - time.GetUtcNow() : TimeSpan.Zero;
    }

    private async Task<AuthenticationTicket?> RetrieveAsync(string key, string address, CancellationToken cancellationToken)
    {
        if (await live.FindAsync(IdOf(key), cancellationToken) is not { } state || !HasCurrentStamp(state))
        {
            return null;
        }

        var properties = new AuthenticationProperties { IssuedUtc = state.CreatedAt, ExpiresUtc = state.ExpiresAt };
        return new AuthenticationTicket(SessionClaims.PrincipalOf(state, address), properties, SessionClaims.Scheme);
    }

    private bool HasCurrentStamp(LiveSession state)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(tickets.Unprotect(state.Ticket))?.Principal.FindFirstValue(SessionClaims.Stamp) == state.Stamp;
        }
        catch (CryptographicException)
        {
            // The keys were lost or replaced: nobody can vouch for this session any more.
            return false;
        }
    }

    private async Task ExtendAsync(LiveSession state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var expiry = Expiry(state.CreatedAt, now);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Sessions.Where(session => session.Id == state.Id && session.ExpiresAt > now).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.LastSeenAt, now).SetProperty(session => session.ExpiresAt, expiry), cancellationToken);
        live.Forget(state.Id);
    }

    private DateTimeOffset Expiry(DateTimeOffset createdAt, DateTimeOffset seenAt)
    {
        var idle = seenAt.AddMinutes(options.Value.IdleMinutes);
        var absolute = createdAt.AddHours(options.Value.AbsoluteHours);
        return idle < absolute ? idle : absolute;
    }

    private static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
