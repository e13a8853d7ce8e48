using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>The fields of a sheet that hold one number (共用数): typed in one row, it stands in the others at once.</summary>
public sealed class SharedFields(Plan plan, IEnumerable<EntryLine> lines)
{
    private readonly Dictionary<int, EntryLine> byNumber = lines.ToDictionary(line => line.Indicator.Number);

    /// <summary>How many numbers the rows ask for, a shared one once; those of 不适用 are not asked for.</summary>
    public int Asked => Numbers().Count();

    /// <summary>How many of those are given.</summary>
    public int Given => Numbers().Count(number => number.Any(typed => typed.Value is not null));

    /// <summary>Puts the numbers of a row into the others that hold them.</summary>
    /// <returns>Those that have now something to save.</returns>
    public IReadOnlyList<EntryLine> Carry(EntryLine line)
    {
        var changed = new List<EntryLine>();
        foreach (var fact in FactsOf(line).Where(_ => !line.IsNotApplicable))
        {
            if (FieldOf(line, fact) is { IsUnreadable: false } given)
            {
                changed.AddRange(OthersOf(line, fact).Where(other => other.IsWithClerk && other.TakeOver(FieldOf(other, fact)!, given.Value)));
            }
        }

        return [.. changed.Distinct()];
    }

    /// <summary>序号 of rows with all that hold one of their numbers, and those that hold one of theirs, and so on.</summary>
    public IReadOnlySet<int> WithSharing(IEnumerable<int> numbers)
    {
        HashSet<int> all = [.. numbers];
        Queue<int> open = new(all);
        while (open.TryDequeue(out var number))
        {
            foreach (var use in plan.FactsOf(number).SelectMany(fact => fact.Uses).Where(use => all.Add(use.IndicatorNumber)))
            {
                open.Enqueue(use.IndicatorNumber);
            }
        }

        return all;
    }

    /// <summary>Fills a row that is to report after all with what the others have.</summary>
    public void Fill(EntryLine line)
    {
        foreach (var fact in FactsOf(line))
        {
            if (OthersOf(line, fact).Select(other => FieldOf(other, fact)!.Value).FirstOrDefault(value => value is not null) is { } number)
            {
                line.TakeOver(FieldOf(line, fact)!, number);
            }
        }
    }

    /// <summary>For example 与第1项共用：建成区面积; null for a number of the row's own.</summary>
    public string? NoteOf(EntryLine line, EntryField field) =>
        FactOf(line, field) is { } fact && OthersOf(line, fact).Select(other => other.Indicator.Number).ToList() is { Count: > 0 } others
            ? $"与第{string.Join('、', others)}项共用：{fact.Name}"
            : null;

    /// <summary>Chinese: why a number cannot be changed here and what to do; null when it can.</summary>
    public string? BoundBy(EntryLine line, EntryField field) =>
        FactOf(line, field) is { } fact && OthersOf(line, fact).FirstOrDefault(other => !other.IsWithClerk) is { } bound
            ? SharedNumberWords.Bound(fact, bound.Indicator.Number, bound.Status)
            : null;

    /// <summary>Chinese: what a block would say of one fact with two numbers, or of one that is bound.</summary>
    public IEnumerable<string> FaultsOf(IReadOnlyList<PastedNumber> block)
    {
        foreach (var pasted in block.Where(pasted => pasted.Field.Value != pasted.Value))
        {
            if (BoundBy(pasted.Line, pasted.Field) is { } bound)
            {
                yield return $"第{pasted.Line.Indicator.Number}项：{bound}";
            }
        }

        foreach (var given in block.Where(pasted => FactOf(pasted.Line, pasted.Field) is not null).GroupBy(pasted => FactOf(pasted.Line, pasted.Field)!))
        {
            if (given.Select(pasted => pasted.Value).Distinct().Count() > 1)
            {
                yield return $"“{given.Key.Name}”是第{string.Join('、', given.Select(pasted => pasted.Line.Indicator.Number))}项共用的同一个数，"
                    + $"复制的数却不同（{string.Join('、', given.Select(pasted => NumberText.Display(pasted.Value)))}）。";
            }
        }
    }

    private static EntryField? FieldOf(EntryLine line, Quantity fact) => line.Fields.FirstOrDefault(field => field.Definition.Key == fact.KeyOf(line.Indicator.Number));

    private IEnumerable<Quantity> FactsOf(EntryLine line) => plan.FactsOf(line.Indicator.Number);

    private Quantity? FactOf(EntryLine line, EntryField field) => FactsOf(line).FirstOrDefault(fact => FieldOf(line, fact) == field);

    /// <summary>The other rows with the number, without those of 不适用.</summary>
    private IEnumerable<EntryLine> OthersOf(EntryLine line, Quantity fact) => fact.Uses
        .Select(use => byNumber.GetValueOrDefault(use.IndicatorNumber))
        .OfType<EntryLine>()
        .Where(other => other != line && !other.IsNotApplicable);

    private IEnumerable<IGrouping<string, EntryField>> Numbers() =>
        from line in byNumber.Values
        where !line.IsNotApplicable
        from field in line.Fields
        group field by FactOf(line, field)?.Code ?? $"{line.Indicator.Number}:{field.Key}";
}
