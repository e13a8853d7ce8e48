using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Identity;

namespace Tongliao.GreenDev.Application.Users.Passwords;

/// <summary>Refuses a password that is short, plain, common or about the portal or its owner.</summary>
public sealed class PasswordRules(IOptions<PasswordsOptions> options) : IPasswordValidator<GreenDevUser>
{
    /// <summary>What every guesser tries first here.</summary>
    private static readonly string[] ContextWords = ["tongliao", "greendev", "zhujianju", "zhujian", "通辽", "住建"];

    public Task<IdentityResult> ValidateAsync(UserManager<GreenDevUser> manager, GreenDevUser user, string? password) =>
        Task.FromResult(Faults(user, password ?? "").Take(1).ToArray() is { Length: > 0 } faults
            ? IdentityResult.Failed(faults)
            : IdentityResult.Success);

    /// <summary>What is wrong with a password, in the order of what to mend first.</summary>
    public IEnumerable<IdentityError> Faults(GreenDevUser user, string password)
    {
        var rules = options.Value;
        if (password.Length < rules.MinimumLength)
        {
            yield return Fault("PasswordTooShort", $"密码至少{rules.MinimumLength}位，请加长。");
        }

        if (password.Length > PasswordsOptions.MaximumLength)
        {
            yield return Fault("PasswordTooLong", $"密码最多{PasswordsOptions.MaximumLength}位，请缩短。");
        }

        if (password.Any(char.IsControl))
        {
            yield return Fault("PasswordNotTypeable", "密码中不能有换行、制表符等控制字符，请去掉。");
        }

        if (rules.RequireThreeClasses && Classes(password) < 3)
        {
            yield return Fault("PasswordTooPlain", "密码要有大写字母、小写字母、数字、符号四类中的至少三类，请补充。");
        }

        if (ContextWord(user, password) is { } word)
        {
            yield return Fault("PasswordAboutOwner", $"密码不能包含“{word}”，请换成与平台、单位和本人无关的内容。");
        }

        if (password.Length <= PasswordsOptions.MaximumLength && WeakPasswords.IsWeak(password))
        {
            yield return Fault("PasswordCommon", "密码过于常见或有规律（常用词、姓名拼音、键盘顺序、日期、重复），容易被猜中，请换成几个不相关的词或随机字符。");
        }
    }

    private static int Classes(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0)
        + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0)
        + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);

    private static string? ContextWord(GreenDevUser user, string password)
    {
        var readings = PasswordReadings.Of(password);
        return ContextWords
            .Concat(new[] { user.UserName, user.DisplayName }.OfType<string>().Where(word => word.Length >= MinimumOwnWord(word)))
            .FirstOrDefault(word => readings.Any(reading => reading.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A login name of two letters would rule out half of all passwords; a Chinese name of two characters is a full name.</summary>
    private static int MinimumOwnWord(string word) => word.All(char.IsAscii) ? 4 : 2;

    private static IdentityError Fault(string code, string description) => new() { Code = code, Description = description };
}
