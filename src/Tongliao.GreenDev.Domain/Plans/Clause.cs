namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>A sentence of the plan with the words in it that set an indicator.</summary>
/// <param name="Before">Of the sentence, before those words.</param>
/// <param name="Phrase">The words.</param>
/// <param name="After">After them.</param>
public sealed record Clause(string Before, string Phrase, string After)
{
    private static readonly char[] Ends = ['。', '；', '\n'];

    /// <summary>The sentence of a text around a phrase; the phrase alone where the text has it not.</summary>
    public static Clause Of(string text, string phrase)
    {
        var at = text.IndexOf(phrase, StringComparison.Ordinal);
        if (at < 0)
        {
            return new Clause("", phrase, "");
        }

        var start = at == 0 ? 0 : text.LastIndexOfAny(Ends, at - 1) + 1;
        var end = text.IndexOfAny(Ends, at + phrase.Length - 1);
        return new Clause(text[start..at].TrimStart(), phrase, end < at + phrase.Length ? "" : text[(at + phrase.Length)..(end + 1)].TrimEnd());
    }
}
