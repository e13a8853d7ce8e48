using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users.Passwords;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Makes ASP.NET Core Identity work inside the transaction of an operation instead of saving on its own.</summary>
public sealed class IdentityFactory(
    PasswordRules rules, IPasswordHasher<GreenDevUser> hasher, IOptions<PasswordsOptions> passwords, ILoggerFactory logs)
{
    private readonly IdentityOptions options = new();
    private readonly ChineseIdentityErrors errors = new();
    private readonly UpperInvariantLookupNormalizer normalizer = new();

    public UserManager<GreenDevUser> Over(GreenDevDbContext db) => new(
        new TrackedUsers(db, errors) { AutoSaveChanges = false },
        Options.Create(options),
        hasher,
        [new UserValidator<GreenDevUser>(errors)],
        [rules, new PasswordReuse(db, passwords.Value.Remembered)],
        normalizer,
        errors,
        services: null!,
        logs.CreateLogger<UserManager<GreenDevUser>>());

    private sealed class TrackedUsers(GreenDevDbContext db, IdentityErrorDescriber errors)
        : UserOnlyStore<GreenDevUser, GreenDevDbContext, Guid>(db, errors)
    {
        /// <summary>The context tracks the person already; attaching again would take changes that wait for the end of the transaction for stored ones.</summary>
        public override Task<IdentityResult> UpdateAsync(GreenDevUser user, CancellationToken cancellationToken = default)
        {
            user.ConcurrencyStamp = Guid.CreateVersion7().ToString();
            return Task.FromResult(IdentityResult.Success);
        }
    }
}

/// <summary>Turns Identity's answer into the portal's.</summary>
internal static class IdentityAnswers
{
    /// <exception cref="RefusalException">Invalid, with Identity's words at <paramref name="field"/>.</exception>
    public static void Require(this IdentityResult result, string field)
    {
        if (!result.Succeeded)
        {
            var error = result.Errors.First();
            throw RefusalException.Invalid(SnakeCode(error.Code), error.Description, new FieldFault(field, error.Description));
        }
    }

    private static string SnakeCode(string code) =>
        string.Concat(code.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
