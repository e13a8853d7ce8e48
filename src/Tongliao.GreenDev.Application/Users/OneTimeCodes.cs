using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Keeps people's keys for one-time codes, encrypted, and takes codes, each only once.</summary>
public sealed class OneTimeCodes(IDataProtectionProvider protection, IdentityFactory identity)
{
    private const string Provider = "greendev";
    private const string KeyName = "one-time-code-key";
    private const int KeyBytes = 20;

    private static readonly TimeSpan ChallengeLife = TimeSpan.FromMinutes(5);

    private readonly IDataProtector keys = protection.CreateProtector("GreenDev.OneTimeCodeKey");
    private readonly ITimeLimitedDataProtector challenges = protection.CreateProtector("GreenDev.SignInChallenge").ToTimeLimitedDataProtector();

    /// <summary>Proof that the password was right, valid for five minutes.</summary>
    public string Challenge(GreenDevUser user) =>
        challenges.Protect(string.Create(CultureInfo.InvariantCulture, $"{user.Id} {user.SecurityStamp}"), ChallengeLife);

    public (Guid UserId, string Stamp)? Read(string? challenge)
    {
        try
        {
            var parts = challenges.Unprotect(challenge ?? "").Split(' ', 2);
            return (Guid.Parse(parts[0]), parts[1]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Stores a new key for a person.</summary>
    public async Task<byte[]> CreateKeyAsync(WriteScope scope, GreenDevUser user)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        (await identity.Over(scope.Db).SetAuthenticationTokenAsync(user, Provider, KeyName, keys.Protect(Convert.ToBase64String(key)))).Require("code");
        return key;
    }

    public async Task<byte[]?> KeyAsync(GreenDevDbContext db, GreenDevUser user) =>
        await identity.Over(db).GetAuthenticationTokenAsync(user, Provider, KeyName) is { } stored
            ? Convert.FromBase64String(keys.Unprotect(stored))
            : null;

    /// <summary>Switches the second factor off and forgets the key.</summary>
    public async Task RemoveAsync(WriteScope scope, GreenDevUser user)
    {
        user.TwoFactorEnabled = false;
        user.LastCodeStep = null;
        (await identity.Over(scope.Db).RemoveAuthenticationTokenAsync(user, Provider, KeyName)).Require("code");
    }

    /// <summary>Accepts a code, if it is right and was not accepted before.</summary>
    public async Task<bool> RedeemAsync(WriteScope scope, GreenDevUser user, string? code)
    {
        if (await KeyAsync(scope.Db, user) is not { } key || OneTimeCode.Match(key, code, scope.Now, user.LastCodeStep) is not { } step)
        {
            return false;
        }

        user.LastCodeStep = step;
        return true;
    }
}
