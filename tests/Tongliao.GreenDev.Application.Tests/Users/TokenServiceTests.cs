using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class TokenServiceTests(UsersDatabase database) : IClassFixture<UsersDatabase>
{
    private TokenService Tokens => database.Get<TokenService>();

    [Fact]
    public async Task Create_Token_OnlyItsHashIsStored()
    {
        var leader = await database.PersonAsync(UserRole.Leader);

        var created = await Tokens.CreateAsync(leader, "月报脚本", days: null, CancellationToken.None);

        var row = await database.ReadAsync(db => db.ApiTokens.AsNoTracking().SingleAsync(token => token.Id == created.Id));
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(created.Token)), row.Hash);
        Assert.Equal(database.Time.GetUtcNow().AddDays(90), row.ExpiresAt);
        Assert.True(created.Token.Length >= 43, "Less than 256 bits.");
        var audit = await database.ReadAsync(db => db.AuditEvents.SingleAsync(a => a.Subject.EndsWith(created.Id.ToString())));
        Assert.Equal(AuditKinds.TokenCreated, audit.Kind);
        Assert.DoesNotContain(created.Token, audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_SixtyAtOnce_HoldTheLimit()
    {
        var leader = await database.PersonAsync(UserRole.Leader);

        var codes = await Task.WhenAll(Enumerable.Range(0, 60).Select(async _ =>
        {
            try
            {
                await Tokens.CreateAsync(leader, null, 1, CancellationToken.None);
                return null;
            }
            catch (RefusalException refusal)
            {
                return refusal.Code;
            }
        }));

        Assert.Equal(TokenService.MaximumTokens, codes.Count(code => code is null));
        Assert.All(codes.OfType<string>(), code => Assert.Equal("too_many_tokens", code));
        Assert.Equal(TokenService.MaximumTokens, (await Tokens.ListAsync(leader, CancellationToken.None)).Count);
    }

    [Theory]
    [InlineData(365, 30)] // not longer than the token it is made with
    [InlineData(7, 7)]
    public async Task Create_WithAToken_NeverOutlivesIt(int wished, int expected)
    {
        var leader = await database.PersonAsync(UserRole.Leader);
        var first = await Tokens.CreateAsync(leader, null, 30, CancellationToken.None);

        var second = await Tokens.CreateAsync(leader with { TokenId = first.Id }, null, wished, CancellationToken.None);
        var third = await Tokens.CreateAsync(leader with { TokenId = second.Id }, null, 365, CancellationToken.None);

        var end = database.Time.GetUtcNow().AddDays(expected);
        Assert.Equal((end, end), (second.ExpiresAt, third.ExpiresAt));
    }

    [Fact]
    public async Task Revoke_Token_EndsAllThatWereMadeWithIt()
    {
        var leader = await database.PersonAsync(UserRole.Leader);
        var own = await Tokens.CreateAsync(leader, null, 30, CancellationToken.None);
        var first = await Tokens.CreateAsync(leader, null, 30, CancellationToken.None);
        var second = await Tokens.CreateAsync(leader with { TokenId = first.Id }, null, 30, CancellationToken.None);
        var third = await Tokens.CreateAsync(leader with { TokenId = second.Id }, null, 30, CancellationToken.None);

        await Tokens.RevokeAsync(leader, first.Id, CancellationToken.None);

        var good = (await Tokens.ListAsync(leader, CancellationToken.None)).Where(token => token.RevokedAt is null);
        Assert.Equal([own.Id], good.Select(token => token.Id));
        Assert.Null(await Tokens.AuthenticateAsync(third.Token, CancellationToken.None));
    }

    [Fact]
    public async Task Create_WithATokenThatHasEnded_IsRefused()
    {
        var leader = await database.PersonAsync(UserRole.Leader);
        var first = await Tokens.CreateAsync(leader, null, 30, CancellationToken.None);
        await Tokens.RevokeAsync(leader, first.Id, CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => Tokens.CreateAsync(leader with { TokenId = first.Id }, null, 30, CancellationToken.None));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
    }

    [Fact]
    public async Task Authenticate_GoodToken_ItsUser()
    {
        var leader = await database.PersonAsync(UserRole.Leader);
        var created = await Tokens.CreateAsync(leader, null, 1, CancellationToken.None);

        var identity = await Tokens.AuthenticateAsync(created.Token, CancellationToken.None);

        Assert.Equal((leader.UserId, UserRole.Leader, created.Id), (identity!.UserId, identity.Role, identity.TokenId));
    }

    [Fact]
    public async Task Authenticate_OtherTexts_Null()
    {
        var created = await Tokens.CreateAsync(await database.PersonAsync(UserRole.Leader), null, 1, CancellationToken.None);

        foreach (var text in new[] { "", "x", created.Token[..^1], created.Token + "A", created.Token.ToLowerInvariant() })
        {
            Assert.Null(await Tokens.AuthenticateAsync(text, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Authenticate_RunOut_Null()
    {
        var created = await Tokens.CreateAsync(await database.PersonAsync(UserRole.Leader), null, 1, CancellationToken.None);
        database.Time.Advance(TimeSpan.FromDays(1));

        Assert.Null(await Tokens.AuthenticateAsync(created.Token, CancellationToken.None));
    }

    [Fact]
    public async Task Authenticate_DisabledOwner_NullAndNullAfterEnabling()
    {
        var leader = await database.PersonAsync(UserRole.Leader);
        var created = await Tokens.CreateAsync(leader, null, 30, CancellationToken.None);

        await database.Users.DisableAsync(database.Administrator, leader.UserId, CancellationToken.None);
        Assert.Null(await Tokens.AuthenticateAsync(created.Token, CancellationToken.None));
        await database.Users.EnableAsync(database.Administrator, leader.UserId, CancellationToken.None);
        Assert.Null(await Tokens.AuthenticateAsync(created.Token, CancellationToken.None));
    }

    [Fact]
    public async Task Authenticate_PasswordWasReset_IsNobody()
    {
        var leader = await database.PersonAsync(UserRole.Leader);
        var created = await Tokens.CreateAsync(leader, null, 30, CancellationToken.None);

        await database.Users.ResetPasswordAsync(database.Administrator, leader.UserId, CancellationToken.None);

        Assert.Null(await Tokens.AuthenticateAsync(created.Token, CancellationToken.None));
    }

    [Fact]
    public async Task Authenticate_FirstPasswordNotChanged_Works()
    {
        var user = await database.Users.CreateAsSystemAsync(
            new NewUser("script.owner", "接口", new Office(UserRole.Bureau, null, null)), plan: null, CancellationToken.None);

        var created = await Tokens.CreateAsSystemAsync("SCRIPT.OWNER", null, null, CancellationToken.None);

        Assert.Equal(user.Id, (await Tokens.AuthenticateAsync(created.Token, CancellationToken.None))!.UserId);
    }

    [Fact]
    public async Task Revoke_OwnToken_EndsAndAudited()
    {
        var leader = await database.PersonAsync(UserRole.Leader);
        var created = await Tokens.CreateAsync(leader, null, 30, CancellationToken.None);

        await Tokens.RevokeAsync(leader, created.Id, CancellationToken.None);

        Assert.Null(await Tokens.AuthenticateAsync(created.Token, CancellationToken.None));
        Assert.NotNull(Assert.Single(await Tokens.ListAsync(leader, CancellationToken.None)).RevokedAt);
        Assert.Equal(1, await database.ReadAsync(db => db.AuditEvents.CountAsync(a => a.Kind == AuditKinds.TokenRevoked && a.UserId == leader.UserId)));
    }

    [Theory]
    [InlineData(UserRole.Clerk)]
    [InlineData(UserRole.CountyReviewer)]
    [InlineData(UserRole.DepartmentReviewer)]
    [InlineData(UserRole.Bureau)]
    [InlineData(UserRole.Leader)]
    [InlineData(UserRole.Admin)]
    [InlineData(UserRole.Auditor)]
    public async Task Revoke_SomebodyElsesToken_AnswersLikeAbsentAndStaysGood(UserRole role)
    {
        var created = await Tokens.CreateAsync(await database.PersonAsync(UserRole.Leader), null, 30, CancellationToken.None);
        var other = await database.PersonAsync(role);

        var foreign = await Assert.ThrowsAsync<RefusalException>(() => Tokens.RevokeAsync(other, created.Id, CancellationToken.None));
        var absent = await Assert.ThrowsAsync<RefusalException>(() => Tokens.RevokeAsync(other, Guid.CreateVersion7(), CancellationToken.None));

        Assert.Equal((absent.Kind, absent.Message), (foreign.Kind, foreign.Message));
        Assert.Empty(await Tokens.ListAsync(other, CancellationToken.None));
        Assert.NotNull(await Tokens.AuthenticateAsync(created.Token, CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(366)]
    public async Task Create_DaysOutOfRange_Invalid(int days)
    {
        var leader = await database.PersonAsync(UserRole.Leader);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => Tokens.CreateAsync(leader, null, days, CancellationToken.None));

        Assert.Equal((RefusalKind.Invalid, "days"), (refusal.Kind, Assert.Single(refusal.Errors).Field));
    }

    [Fact]
    public async Task Create_TwentyFirst_Conflict()
    {
        var leader = await database.PersonAsync(UserRole.Leader);
        for (var i = 0; i < TokenService.MaximumTokens; i++)
        {
            await Tokens.CreateAsync(leader, null, 30, CancellationToken.None);
        }

        Assert.Equal(
            "too_many_tokens",
            (await Assert.ThrowsAsync<RefusalException>(() => Tokens.CreateAsync(leader, null, 30, CancellationToken.None))).Code);
    }

    [Fact]
    public async Task Create_SixtyAtOnce_TwentyAreMade()
    {
        var leader = await database.PersonAsync(UserRole.Leader);

        var made = await Task.WhenAll(Enumerable.Range(0, 60).Select(async _ =>
        {
            try
            {
                await Tokens.CreateAsync(leader, null, 30, CancellationToken.None);
                return true;
            }
            catch (RefusalException refusal) when (refusal.Code == "too_many_tokens")
            {
                return false;
            }
        }));

        Assert.Equal(TokenService.MaximumTokens, made.Count(done => done));
        Assert.Equal(TokenService.MaximumTokens, (await Tokens.ListAsync(leader, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task CreateAsSystem_UnknownOrDisabled_Refused()
    {
        var clerk = await database.ClerkAsync();
        await database.Users.DisableAsync(database.Administrator, clerk.Caller.UserId, CancellationToken.None);

        Assert.Equal(RefusalKind.NotFound, (await Assert.ThrowsAsync<RefusalException>(
            () => Tokens.CreateAsSystemAsync("no.such", null, null, CancellationToken.None))).Kind);
        Assert.Equal(RefusalKind.Conflict, (await Assert.ThrowsAsync<RefusalException>(
            () => Tokens.CreateAsSystemAsync(clerk.LoginName, null, null, CancellationToken.None))).Kind);
    }
}
