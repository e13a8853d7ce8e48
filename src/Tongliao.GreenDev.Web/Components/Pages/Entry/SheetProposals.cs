using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>The numbers that empty fields of a sheet are filled with until somebody confirms them (沿用).</summary>
public sealed class SheetProposals(Plan plan, IEnumerable<EntryLine> lines)
{
    private readonly SortedList<int, EntryLine> byNumber = new(lines.ToDictionary(line => line.Indicator.Number));

    /// <summary>How many numbers wait to be confirmed as they stood a quarter before; one that several rows hold counts once.</summary>
    public int Standing => (
        from line in byNumber.Values
        from typed in line.Fields
        where IsStanding(typed)
        select plan.FactsOf(line.Indicator.Number).FirstOrDefault(fact => fact.KeyOf(line.Indicator.Number) == typed.Definition.Key)?.Code
            ?? $"{line.Indicator.Number}:{typed.Key}").Distinct().Count();

    /// <summary>Proposes anew, by what the rows say now.</summary>
    /// <returns>Whether any field shows something else than before.</returns>
    public bool Refresh()
    {
        var isChanged = false;
        foreach (var line in byNumber.Values)
        {
            foreach (var field in line.Fields)
            {
                isChanged |= field.Propose(ProposalFor(line, field));
            }
        }

        return isChanged;
    }

    /// <summary>Confirms everything that stands as it did a quarter before, in all rows.</summary>
    /// <returns>The rows that have something to save by it.</returns>
    public IReadOnlyList<EntryLine> ConfirmStanding() => [.. byNumber.Values.Where(line => line.Confirm(IsStanding)).ToList()];

    private static bool IsStanding(EntryField field) => field.Proposal is { Origin: ProposalOrigin.LastQuarter };

    private Proposal? ProposalFor(EntryLine line, EntryField field) => line is { IsWithClerk: true, IsNotApplicable: false }
        ? Proposal.Of(plan, line.Indicator, field.Definition.Key, line.Rules.LastQuarter, StatedOf)
        : null;

    private ReportedInputs? StatedOf(int number) => byNumber.GetValueOrDefault(number)?.Inputs;
}
