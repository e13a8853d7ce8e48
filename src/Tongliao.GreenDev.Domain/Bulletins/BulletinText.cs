using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>The text of a bulletin as people type it: a line a paragraph, in which the key of a number in braces stands for the number.</summary>
public static partial class BulletinText
{
    /// <summary>The paragraphs; empty lines are none.</summary>
    public static IReadOnlyList<BulletinLine> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(Line)];

    /// <summary>The keys in the order of the text, each once.</summary>
    public static IReadOnlyList<string> Keys(string text) => [.. Link().Matches(text).Select(link => link.Groups["key"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with numbers in place of their keys; a key without a number stays as it was typed.</summary>
    public static string Filled(string text, Func<string, string?> numberOf) =>
        Link().Replace(text, link => numberOf(link.Groups["key"].Value) ?? link.Value);

    /// <summary>Words that somebody else wrote, fit to stand within a line: on one line, and nothing in them is taken for a key.</summary>
    public static string Quotable(string words) =>
        Space().Replace(words, " ").Trim().Replace('{', '｛').Replace('}', '｝');

    private static BulletinLine Line(string line)
    {
        var kind = Heading().IsMatch(line) ? BulletinLineKind.Heading : Subheading().IsMatch(line) ? BulletinLineKind.Subheading : BulletinLineKind.Body;
        var end = kind == BulletinLineKind.Body ? 0 : line.IndexOf('。', StringComparison.Ordinal) + 1;
        return kind != BulletinLineKind.Body && (end == 0 || end == line.Length)
            ? new BulletinLine(kind, Parts(line), [])
            : new BulletinLine(kind, Parts(line[..end]), Parts(line[end..]));
    }

    private static List<BulletinPart> Parts(string text)
    {
        var parts = new List<BulletinPart>();
        var at = 0;
        foreach (Match link in Link().Matches(text))
        {
            AddWords(link.Index);
            parts.Add(new BulletinPart(link.Groups["key"].Value, IsLink: true));
            at = link.Index + link.Length;
        }

        AddWords(text.Length);
        return parts;

        void AddWords(int until)
        {
            if (until > at)
            {
                parts.Add(new BulletinPart(text[at..until], IsLink: false));
            }
        }
    }

    [GeneratedRegex(@"\{(?<key>[^{}\n]{1,60})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("^（[一二三四五六七八九十]{1,3}）", RegexOptions.CultureInvariant)]
    private static partial Regex Subheading();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
