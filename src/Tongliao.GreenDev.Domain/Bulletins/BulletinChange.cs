namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>Something that a bulletin says otherwise than it was issued.</summary>
/// <param name="What">The key of a number, or which part of the words.</param>
/// <param name="Then">As it was issued; — for nothing.</param>
/// <param name="Now">As it is; — for nothing.</param>
public sealed record BulletinChange(string What, string Then, string Now)
{
    private const string Nothing = "—";

    /// <summary>The numbers of an edition that are others by now. Those of a day (整改事项) are not corrected by the next day's.</summary>
    public static IReadOnlyList<BulletinChange> Numbers(BulletinEdition issued, BulletinFacts now) =>
    [
        .. from fact in issued.Facts
           where fact.Source.Topic != BulletinTopic.Rectifications
           let text = now.TextOf(fact.Key) ?? Nothing
           where text != fact.Text
           select new BulletinChange(fact.Key, fact.Text, text),
    ];

    /// <summary>Where the words themselves are others: title, addressees, issuer, and the lines of the text that only one of both has.</summary>
    public static IReadOnlyList<BulletinChange> Words(BulletinEdition issued, BulletinContent now, BulletinFacts facts)
    {
        var changes = new List<BulletinChange>();
        Add("标题", issued.Content.Title, now.Title);
        Add("主送机关", issued.Content.Addressees, now.Addressees);
        Add("署名", issued.Content.Issuer, now.Issuer);
        var (before, after) = (LinesOf(issued.Content.Text), LinesOf(now.Text));
        var (gone, come) = (before.Except(after).ToList(), after.Except(before).ToList());
        for (var i = 0; i < Math.Max(gone.Count, come.Count); i++)
        {
            Add("正文", i < gone.Count ? gone[i] : Nothing, i < come.Count ? come[i] : Nothing);
        }

        return changes;

        void Add(string what, string then, string becomes)
        {
            if (then != becomes)
            {
                changes.Add(new BulletinChange(what, BulletinText.Filled(then, issued.TextOf), BulletinText.Filled(becomes, facts.TextOf)));
            }
        }
    }

    private static List<string> LinesOf(string text) => [.. BulletinText.Lines(text).Select(line => string.Concat(line.Parts.Select(part => part.Typed)))];
}
