namespace Tongliao.GreenDev.Application.Users.Passwords;

/// <summary>
/// Tells how much of a password is left for a guesser who knows common words, names, keyboard walks, sequences,
/// dates and repetitions: each such piece counts as one character, however it is spelt.
/// </summary>
public static class WeakPasswords
{
    /// <summary>What has to be left.</summary>
    public const int MinimumTokens = 8;

    private const int LongestPiece = 24;

    private static readonly HashSet<string> Roots = ReadRoots();
    private static readonly int ShortestRoot = Roots.Min(root => root.Length);

    public static bool IsWeak(string password) => Tokens(password) < MinimumTokens;

    /// <summary>The least number of pieces the password can be put together from.</summary>
    public static int Tokens(string password)
    {
        var readings = PasswordReadings.Of(password);
        var least = new int[password.Length + 1];
        for (var end = 1; end <= password.Length; end++)
        {
            least[end] = least[end - 1] + 1;
            for (var start = Math.Max(0, end - LongestPiece); start < end - 1; start++)
            {
                if (least[start] + 1 < least[end] && readings.Any(reading => IsKnown(reading, start, end)))
                {
                    least[end] = least[start] + 1;
                }
            }
        }

        return least[password.Length];
    }

    private static bool IsKnown(string text, int start, int end)
    {
        var piece = text.AsSpan(start, end - start);
        return (piece.Length >= ShortestRoot && Roots.GetAlternateLookup<ReadOnlySpan<char>>().Contains(piece))
            || (piece.Length >= 3 && (IsPattern(piece) || AreTwoPatterns(piece) || IsDate(piece) || WasThereBefore(text, start, piece)));
    }

    private static bool IsPattern(ReadOnlySpan<char> piece) => IsRun(piece) || KeyboardWalks.Contains(piece);

    /// <summary>Two patterns taken in turns: a1b2c3, q1w2.</summary>
    private static bool AreTwoPatterns(ReadOnlySpan<char> piece)
    {
        Span<char> even = stackalloc char[(piece.Length + 1) / 2];
        Span<char> odd = stackalloc char[piece.Length / 2];
        for (var i = 0; i < piece.Length; i++)
        {
            (i % 2 == 0 ? even : odd)[i / 2] = piece[i];
        }

        return odd.Length >= 2 && IsPattern(even) && IsPattern(odd);
    }

    /// <summary>The same character again and again, or neighbours in the alphabet: aaa, 123, cba.</summary>
    private static bool IsRun(ReadOnlySpan<char> piece)
    {
        var step = piece[1] - piece[0];
        if (step is < -1 or > 1)
        {
            return false;
        }

        for (var i = 2; i < piece.Length; i++)
        {
            if (piece[i] - piece[i - 1] != step)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A year of the last or this century, alone or with month and day on either side.</summary>
    private static bool IsDate(ReadOnlySpan<char> piece)
    {
        if (piece.Length is not (4 or 6 or 8) || piece.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        return StartsWithYear(piece) || StartsWithYear(piece[^4..]) || (piece.Length == 4 && IsMonthAndDay(piece));
    }

    private static bool StartsWithYear(ReadOnlySpan<char> piece) => piece.StartsWith("19") || piece.StartsWith("20");

    private static bool IsMonthAndDay(ReadOnlySpan<char> piece) =>
        int.Parse(piece[..2], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 12
        && int.Parse(piece[2..], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31;

    private static bool WasThereBefore(string text, int start, ReadOnlySpan<char> piece) =>
        start >= piece.Length && text.AsSpan(0, start).Contains(piece, StringComparison.Ordinal);

    private static HashSet<string> ReadRoots()
    {
        using var stream = typeof(WeakPasswords).Assembly.GetManifestResourceStream("weak-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }
}
