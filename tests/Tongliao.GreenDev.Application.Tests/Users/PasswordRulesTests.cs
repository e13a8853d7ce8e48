using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Users.Passwords;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Tests.Users;

public sealed class PasswordRulesTests
{
    private static readonly GreenDevUser Owner = new()
    {
        UserName = "zhang.haiyan", DisplayName = "张海燕", Role = UserRole.Clerk, CreatedAt = default,
    };

    [Theory]
    [InlineData("Xk7#pQ2m9vL", "PasswordTooShort")]
    [InlineData("xk7pq2m9vlwz", "PasswordTooPlain")]
    [InlineData("Xk7#pQ2m\t9vLw", "PasswordNotTypeable")]
    [InlineData("Zhang.Haiyan#82!xQ", "PasswordAboutOwner")]
    [InlineData("Xk7#pQ2m张海燕vLw", "PasswordAboutOwner")]
    [InlineData("T0ngl1a0#xK9!vQ2m", "PasswordAboutOwner")]
    [InlineData("GreenDev#xK9!vQ2m", "PasswordAboutOwner")]
    [InlineData("通辽Xk7#pQ2m9vLw", "PasswordAboutOwner")]
    [InlineData("Password2024!", "PasswordCommon")]
    [InlineData("P@ssw0rd!2345", "PasswordCommon")]
    [InlineData("1qaz@WSX3edc$RFV", "PasswordCommon")]
    [InlineData("Qwertyuiop123!", "PasswordCommon")]
    [InlineData("Woaini5201314!", "PasswordCommon")]
    [InlineData("Naimanqi@2025", "PasswordCommon")]
    [InlineData("Admin@123456789", "PasswordCommon")]
    [InlineData("Xk7#Xk7#Xk7#Xk7#", "PasswordCommon")]
    [InlineData("AAAAbbbb1111!!!!", "PasswordCommon")]
    [InlineData("Abcdefg1234567!", "PasswordCommon")]
    [InlineData("Zhangwei19870315!", "PasswordCommon")]
    public void Faults_WeakPassword_SaysWhy(string password, string code) =>
        Assert.Contains(code, Rules().Faults(Owner, password).Select(fault => fault.Code));

    [Theory]
    [InlineData("Xk7#pQ2m9vLw")]
    [InlineData("correct-Horse-7-staple-Brook")]
    [InlineData("Vq7-mTz4-kWx9-hRb2")]
    [InlineData("骆驼8吃掉Gardenia的雨伞")]
    public void Faults_StrongPassword_None(string password) => Assert.Empty(Rules().Faults(Owner, password));

    [Fact]
    public void Faults_TooLong_Refused() =>
        Assert.Equal("PasswordTooLong", Assert.Single(Rules().Faults(Owner, string.Concat(Enumerable.Range(0, 9).Select(i => $"Xk{i}#pQ2m9vLw-{(char)(19968 + i)}z")))).Code);

    [Fact]
    public void Faults_ThreeClassesSwitchedOff_LettersDo() =>
        Assert.Empty(Rules(new PasswordsOptions { RequireThreeClasses = false }).Faults(Owner, "gardenia umbrella camel brook"));

    [Fact]
    public void Faults_TenThousandCommonPasswordsLongAndMixedEnough_NoneAccepted()
    {
        var rules = Rules();
        var passwords = CommonPasswords.LongAndMixed().Where((_, position) => position % 13 == 0).Take(10_000).ToList();

        Assert.Equal(10_000, passwords.Count);
        Assert.Empty(passwords.Where(password => !rules.Faults(Owner, password).Any()).Take(20));
    }

    [Fact]
    public void Create_AThousandOneTimePasswords_PassTheRulesAndDiffer()
    {
        var passwords = Enumerable.Range(0, 1000).Select(_ => OneTimePassword.Create()).ToList();

        Assert.All(passwords, password => Assert.Empty(Rules().Faults(Owner, password)));
        Assert.Equal(1000, passwords.Distinct().Count());
    }

    private static PasswordRules Rules(PasswordsOptions? options = null) => new(Options.Create(options ?? new PasswordsOptions()));
}
