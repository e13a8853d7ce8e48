using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users.Passwords;

/// <summary>Refuses the current password, which is filed with the former ones before it is replaced, and the last few before it.</summary>
internal sealed class PasswordReuse(GreenDevDbContext db, int remembered) : IPasswordValidator<GreenDevUser>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<GreenDevUser> manager, GreenDevUser user, string? password)
    {
        var hashes = await db.FormerPasswords.Where(former => former.UserId == user.Id)
            .OrderByDescending(former => former.ReplacedAt).ThenByDescending(former => former.Id)
            .Take(remembered + 1).Select(former => former.Hash).ToListAsync();
        return hashes.Any(hash => manager.PasswordHasher.VerifyHashedPassword(user, hash, password ?? "") != PasswordVerificationResult.Failed)
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordReused", Description = $"不能使用现在的密码或最近{remembered}次用过的密码，请另设一个。" })
            : IdentityResult.Success;
    }
}
