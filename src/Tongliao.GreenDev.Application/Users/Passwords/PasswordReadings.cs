namespace Tongliao.GreenDev.Application.Users.Passwords;

/// <summary>The ways to read a password letter by letter: without case, with digits and signs taken for the letters they resemble, with Shift undone.</summary>
internal static class PasswordReadings
{
    // Two readings, since 1, ! and | stand for i as well as for l.
    private const string Signs = "0134578@$!|+(9";
    private const string LettersWithI = "oieastbasiitcg";
    private const string LettersWithL = "oleastbaslltcg";
    private const string Shifted = "!@#$%^&*()_+{}|:\"<>?~";
    private const string Unshifted = "1234567890-=[]\\;',./`";

    /// <summary>All of the same length as the password.</summary>
    public static IReadOnlyList<string> Of(string password)
    {
        var lower = Map(password, char.ToLowerInvariant);
        return
        [
            lower,
            .. new[]
            {
                Map(lower, c => Replace(c, Signs, LettersWithI)),
                Map(lower, c => Replace(c, Signs, LettersWithL)),
                Map(lower, c => Replace(c, Shifted, Unshifted)),
            }.Where(reading => reading != lower).Distinct(),
        ];
    }

    private static string Map(string text, Func<char, char> replace) =>
        string.Create(text.Length, (text, replace), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = state.replace(state.text[i]);
            }
        });

    private static char Replace(char c, string from, string to) => from.IndexOf(c) is var at and >= 0 ? to[at] : c;
}
