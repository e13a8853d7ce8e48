using System.Security.Cryptography;

namespace Tongliao.GreenDev.Application.Users.Passwords;

/// <summary>Makes the first password of an account, to be read from a screen or slip of paper and changed at once.</summary>
public static class OneTimePassword
{
    private const int GroupLength = 5;
    private const int Groups = 4;

    // Without what is easily mistaken: 0 O o 1 l I.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of five, about 116 bits, always with upper case, lower case, a digit and the hyphens.</summary>
    public static string Create()
    {
        string password;
        do
        {
            password = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
        }
        while (!password.Any(char.IsAsciiLetterUpper) || !password.Any(char.IsAsciiLetterLower) || !password.Any(char.IsAsciiDigit)
            || WeakPasswords.IsWeak(password));

        return password;
    }
}
