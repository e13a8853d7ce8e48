using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Bearer tokens for programs (接口令牌): they act as their user, and only their hash is kept.</summary>
public sealed class TokenService(WriteTransaction write, IDbContextFactory<GreenDevDbContext> contexts, TimeProvider time)
{
    public const int DefaultDays = 90;
    public const int MaximumDays = 365;

    /// <summary>Good tokens a person may hold at once.</summary>
    public const int MaximumTokens = 20;

    private const int LongestName = 50;
    private const int TokenBytes = 32;

    /// <summary>Lets a token be recognised where it has been left lying about.</summary>
    private const string Prefix = "gdt_";

    /// <summary>Makes a token for oneself. One made with a token ends with it, at the latest.</summary>
    /// <param name="caller">The owner.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="days">How long it is good, 1–365; null for 90.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RefusalException">A fault in name or days, or too many tokens.</exception>
    public Task<CreatedToken> CreateAsync(Caller caller, string? name, int? days, CancellationToken cancellationToken) =>
        write.RunAsync(
            caller,
            new { Act = "token", name, days },
            async scope =>
            {
                scope.Actor.Require(Act.ManageTokens);

                // Of many at once each counts what the one before it made.
                await SignInLock.LockUserAsync(scope, caller.UserId);
                var with = caller.TokenId is { } id ? await scope.Db.ApiTokens.SingleAsync(token => token.Id == id, cancellationToken) : null;
                return await AddAsync(scope, caller.UserId, scope.Actor.UserName, new TokenWish(name, days, with));
            },
            cancellationToken);

    /// <summary>Makes a token for somebody, from the command line.</summary>
    /// <exception cref="RefusalException">No such account, or disabled.</exception>
    public Task<CreatedToken> CreateAsSystemAsync(string loginName, string? name, int? days, CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                var user = await SignInLock.LockUserAsync(scope, loginName)
                    ?? throw RefusalException.NotFound("没有这个登录名。");
                return user.IsDisabled
                    ? throw RefusalException.Conflict(RefusalCodes.WrongState, "该账号已停用，不能新建令牌。")
                    : await AddAsync(scope, user.Id, user.UserName!, new TokenWish(name, days, With: null));
            },
            cancellationToken);

    /// <summary>One's own tokens, the latest first.</summary>
    public async Task<IReadOnlyList<TokenRow>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Actor.LoadAsync(db, caller, cancellationToken);
        return await db.ApiTokens.AsNoTracking().Where(token => token.UserId == caller.UserId).OrderByDescending(token => token.Id)
            .Select(token => new TokenRow(token.Id, token.Name, token.CreatedAt, token.ExpiresAt, token.RevokedAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends one of one's own tokens, and those that were made with it.</summary>
    /// <exception cref="RefusalException">No such token, or somebody else's, or ended already.</exception>
    public Task RevokeAsync(Caller caller, Guid tokenId, CancellationToken cancellationToken) =>
        write.RunAsync(
            caller,
            new { Act = "revoke-token", tokenId },
            async scope =>
            {
                // Held, so that none is made with it while it ends.
                await SignInLock.LockUserAsync(scope, caller.UserId);
                var all = await scope.Db.ApiTokens.Where(token => token.UserId == caller.UserId).ToListAsync(cancellationToken);
                var chosen = all.SingleOrDefault(token => token.Id == tokenId && token.RevokedAt is null)
                    ?? throw RefusalException.NotFound("没有这个令牌，或已撤销。");
                foreach (var token in LineOf(chosen, all).Where(token => token.RevokedAt is null))
                {
                    token.RevokedAt = scope.Now;
                    scope.Audit(AuditKinds.TokenRevoked, new AuditSubject.Token(scope.Actor.UserName, token.Id), new AuditedToken(token.Name), after: null);
                }

                return chosen.Id;
            },
            cancellationToken);

    /// <summary>Who calls with a token; null when it is unknown, revoked, run out, or its owner disabled.</summary>
    public async Task<LiveToken?> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from row in db.ApiTokens.AsNoTracking()
            where row.Hash == hash && row.RevokedAt == null && row.ExpiresAt > now
            join user in db.Users on row.UserId equals user.Id
            where !user.IsDisabled
            select new LiveToken(row.Id, user.Id, user.DisplayName, user.Role)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>A token with all that were made with it, and with those.</summary>
    private static IEnumerable<ApiToken> LineOf(ApiToken token, List<ApiToken> all) =>
        all.Where(other => other.MadeWithId == token.Id).SelectMany(other => LineOf(other, all)).Prepend(token);

    private static async Task<CreatedToken> AddAsync(WriteScope scope, Guid userId, string userName, TokenWish wish)
    {
        var given = RequireName(wish.Name);
        var end = scope.Now.AddDays(RequireDays(wish.Days));
        if (wish.With is { } with)
        {
            // It may have ended since the call began.
            end = with.RevokedAt is null && with.ExpiresAt > scope.Now
                ? Earlier(end, with.ExpiresAt)
                : throw RefusalException.Forbidden("所用的令牌已失效，不能新建令牌。");
        }

        var good = await scope.Db.ApiTokens.CountAsync(
            t => t.UserId == userId && t.RevokedAt == null && t.ExpiresAt > scope.Now, scope.CancellationToken);
        if (good >= MaximumTokens)
        {
            throw RefusalException.Conflict(RefusalCodes.TooManyTokens, $"每人最多{MaximumTokens}个有效令牌，请先撤销不用的。");
        }

        var text = Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(scope.Now),
            UserId = userId,
            Name = given,
            MadeWithId = wish.With?.Id,
            Hash = HashOf(text),
            CreatedAt = scope.Now,
            ExpiresAt = end,
        };
        scope.Db.ApiTokens.Add(token);
        scope.Audit(AuditKinds.TokenCreated, new AuditSubject.Token(userName, token.Id), before: null, new AuditedToken(token.Name, token.ExpiresAt, token.MadeWithId));
        return new CreatedToken(token.Id, token.Name, text, token.ExpiresAt);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string RequireName(string? name)
    {
        var kept = TypedText.Name(name) ?? (string.IsNullOrWhiteSpace(name) ? "接口令牌" : throw Fault("name", "令牌用途中没有看得见的字，请重新填写。"));
        return kept.Length <= LongestName && !kept.Any(char.IsControl)
            ? kept
            : throw Fault("name", $"令牌用途最多{LongestName}个字，不能有换行。");
    }

    private static int RequireDays(int? days) => (days ?? DefaultDays) is var life and >= 1 and <= MaximumDays
        ? life
        : throw Fault("days", $"有效天数应为1至{MaximumDays}。");

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.TokenInvalid, message, new FieldFault(field, message));

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>A token that is asked for, and the one it is made with.</summary>
    private sealed record TokenWish(string? Name, int? Days, ApiToken? With);
}
