namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>A file that is handed in beside what it said when it was exported, and beside what the portal says now.</summary>
/// <param name="Altered">内容被改动: what it does not say any more, and what it says besides.</param>
/// <param name="Superseded">已有变化: what the portal says otherwise now.</param>
/// <param name="Marked">How many places were marked.</param>
/// <param name="Compared">How many of them were compared with what the portal says now.</param>
/// <param name="PassedOver">How many were not, because their numbers are not the reader's to know.</param>
/// <param name="Unknown">How many formulas have no value in the file, so that nothing can be said of them.</param>
public sealed record FileComparison(
    IReadOnlyList<ChangedFact> Altered, IReadOnlyList<ChangedFact> Superseded, int Marked, int Compared, int PassedOver, int Unknown)
{
    /// <summary>Most of it stands nowhere near where it stood: rows or columns were put in or taken out, or the mark is another file's.</summary>
    public bool IsOutOfPlace => Altered.Count * 2 > Marked;

    /// <summary>Compares.</summary>
    /// <param name="facts">What the file said when it was exported.</param>
    /// <param name="standing">What stands at a place of it.</param>
    /// <param name="besides">What stands at places that had nothing, where that is known.</param>
    /// <param name="present">By key, as far as the reader may know it.</param>
    public static FileComparison Of(
        IReadOnlyList<MarkedFact> facts,
        Func<string, PlacedText> standing,
        IEnumerable<(string Place, PlacedText Placed)> besides,
        IReadOnlyDictionary<string, PresentFact> present)
    {
        var altered = facts.Select(fact => (fact, placed: standing(fact.Place))).Where(pair => IsAltered(pair.fact, pair.placed))
            .Select(pair => AlteredAt(pair.fact, pair.placed, present.GetValueOrDefault(pair.fact.Key)));
        var known = facts.Where(fact => fact.Key.Length > 0).Select(fact => (fact, now: present.GetValueOrDefault(fact.Key))).ToList();
        var compared = known.Where(pair => pair.now?.Text is not null).ToList();
        return new FileComparison(
            [.. altered, .. besides.Select(beside => new ChangedFact(beside.Place, Label: null, Earlier: "", SaidBy(beside.Placed), Figure: null))],
            [.. from pair in compared
                where !FactText.Same(pair.fact.Text, pair.now!.Text!)
                select SupersededAt(pair.fact, standing(pair.fact.Place), pair.now!)],
            facts.Count,
            compared.Count,
            known.Count(pair => pair.now is null),
            facts.Count(fact => fact.IsReckoned && standing(fact.Place).IsUnknown));
    }

    /// <summary>A formula in the place of what was no formula may say something else tomorrow.</summary>
    private static bool IsAltered(MarkedFact fact, PlacedText placed) => placed switch
    {
        { IsReckoned: true } when !fact.IsReckoned => true,
        { IsUnknown: true } => false,
        _ when fact.IsReckoned => !FactText.SameReckoned(fact.Text, placed.Text),
        _ => !FactText.Same(fact.Text, placed.Text),
    };

    private static ChangedFact AlteredAt(MarkedFact fact, PlacedText placed, PresentFact? now) => new(
        fact.Place, now?.Label, fact.Key.Length == 0 || now?.TellsEarlier == true ? fact.Text : null, SaidBy(placed), now?.Figure);

    /// <summary>What the file still says, its reader holds in hands; what it said before it was altered, they may not be told.</summary>
    private static ChangedFact SupersededAt(MarkedFact fact, PlacedText placed, PresentFact now) => new(
        fact.Place, now.Label, now.TellsEarlier || !IsAltered(fact, placed) ? fact.Text : null, now.Text!, now.Figure);

    private static string SaidBy(PlacedText placed) => placed.IsReckoned ? $"公式（{(placed.IsUnknown ? "没有算出的值" : placed.Text)}）" : placed.Text;
}
