namespace Tongliao.GreenDev.Application.Tests.Users;

/// <summary>
/// Passwords as people make them to satisfy a rule: a word from the top of published lists or of daily life here, decorated. Written
/// independently of the portal's own word list, and only such as length and character classes would let pass.
/// </summary>
internal static class CommonPasswords
{
    private static readonly string[] Words =
    [
        "password", "123456", "123456789", "qwerty", "12345678", "111111", "abc123", "1234567", "password1", "12345", "iloveyou",
        "123123", "000000", "qwerty123", "1q2w3e4r", "qwertyuiop", "654321", "555555", "lovely", "7777777", "welcome", "888888",
        "princess", "dragon", "123qwe", "666666", "monkey", "sunshine", "football", "letmein", "shadow", "master", "superman", "michael",
        "charlie", "zxcvbnm", "asdfghjkl", "1qaz2wsx", "qazwsx", "qwer1234", "asdf1234", "zaq12wsx", "aa123456", "a123456", "woaini",
        "woaini1314", "5201314", "woaini520", "woaiwojia", "1314520", "147258369", "159357", "admin", "admin123", "administrator", "root",
        "toor", "test", "test123", "guest", "changeme", "default", "secret", "hello", "login", "access", "passw0rd", "p@ssw0rd", "p@ssword",
        "huawei", "huawei123", "cisco", "oracle", "system", "manager", "server", "postgres", "mysql", "zhangwei", "wangwei", "wangfang",
        "liwei", "zhangmin", "wangjing", "lijing", "chenjie", "xiaoming", "beijing", "shanghai", "zhongguo", "neimenggu", "huhehaote",
        "tongliao", "keerqin", "naiman", "kailu", "kulunqi", "zhalute", "huolinguole", "greendev", "zhujianju", "chengxiang", "jianshe",
        "lvsefazhan", "guanliyuan", "mima123", "mima", "yonghu", "ceshi", "tianbao", "shenhe", "fazhan", "bangong", "danwei", "summer",
        "winter", "spring", "autumn", "january", "october", "monday", "starwars", "pokemon", "batman", "freedom", "whatever", "trustno1",
        "baseball", "jordan23", "liverpool", "killer", "hunter2", "internet", "computer", "samsung", "google", "qwe123", "asd123", "zxc123",
        "abcd1234", "a1b2c3d4", "abcdefg", "qweasdzxc", "1234qwer", "q1w2e3r4t5", "zxcvbn", "asdfgh", "112233", "121212", "159753", "987654321",
    ];

    private static readonly string[] Tails =
    [
        "", "!", "1", "123", "123!", "@123", "2023", "2024", "2025", "@2024", "#2025", "!@#", "123456", "@123456", "888", "666!", "520", "1314",
        "!2024", "_2025", "a1!", ".cn", "@qq.com", "abc", "Aa1!", "***", "...", "!!!", "@@", "#1", "19900101", "20250601",
    ];

    private static readonly string[] Heads = ["", "1", "!", "My", "my", "The", "@", "A1", "aa", "#"];

    public static IEnumerable<string> LongAndMixed() => All().Where(IsLongAndMixed).Distinct();

    private static IEnumerable<string> All() =>
        from tail in Tails
        from word in Words
        from head in Heads
        from spelling in Spellings(word)
        select head + spelling + tail;

    private static IEnumerable<string> Spellings(string word)
    {
        yield return word;
        yield return char.ToUpperInvariant(word[0]) + word[1..];
        yield return word.ToUpperInvariant();
        yield return char.ToUpperInvariant(word[0]) + word[1..].Replace('a', '@').Replace('o', '0').Replace('i', '1').Replace('e', '3').Replace('s', '$');
        yield return word + char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static bool IsLongAndMixed(string password) =>
        password.Length >= 12
        && new Func<char, bool>[] { char.IsAsciiLetterUpper, char.IsAsciiLetterLower, char.IsAsciiDigit, c => !char.IsAsciiLetterOrDigit(c) }
            .Count(kind => password.Any(kind)) >= 3;
}
