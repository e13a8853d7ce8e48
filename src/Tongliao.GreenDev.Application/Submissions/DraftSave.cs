using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>One of the drafts that are saved together, on its way to its outcome.</summary>
internal sealed class DraftSave(SaveValue command, Indicator indicator)
{
    public SaveValue Command { get; } = command;

    public Indicator Indicator { get; } = indicator;

    public Operation Operation { get; private init; } = Operation.Of(command.OperationId, command);

    /// <summary>The draft that gave a number which this value holds too; null for what was sent itself.</summary>
    public DraftSave? Giver { get; private init; }

    /// <summary>What stands in the database, once it is read.</summary>
    public ReportedValue Value { get; private set; } = null!;

    /// <summary>Null while it is undecided.</summary>
    public SaveOutcome? Outcome { get; set; }

    /// <summary>Somebody has saved the value since it was read.</summary>
    public bool IsStale => Value.Version != Command.Version;

    public static List<DraftSave> Undecided(IEnumerable<DraftSave> drafts) => [.. drafts.Where(draft => draft.Outcome is null)];

    /// <summary>What another value says with a number that was given in <paramref name="giver"/>; done under the giver's id.</summary>
    public static DraftSave Carried(DraftSave giver, Indicator indicator, ReportedValue value, Statement statement)
    {
        var key = giver.Command.Key with { IndicatorNumber = indicator.Number };
        return new DraftSave(new SaveValue(key, statement, value.Version, giver.Command.OperationId), indicator)
        {
            Giver = giver,
            Operation = giver.Operation,
            Value = value,
        };
    }

    /// <summary>Takes what was read. A save that was stored before gets the answer of then.</summary>
    public void Find(ReadValues read)
    {
        Value = read.ByIndicator[Indicator.Id];
        if (read.Earlier.TryGetValue(Operation.Id, out var earlier))
        {
            Outcome = earlier.IsSame(Operation) ? SaveOutcome.Of(AuditedValue.Answer(earlier)) : SaveOutcome.Of(RefusalException.OperationReused());
        }
    }

    /// <summary>Says a number of a fact, or that it has none.</summary>
    public bool Gives(Quantity fact) => Command.Statement.NotApplicableReason is null && fact.KeyOf(Indicator.Number) is not null;

    public decimal? NumberOf(Quantity fact) => fact.KeyOf(Indicator.Number) is { } key ? Command.Statement.Inputs[key] : null;

    /// <summary>Whether it holds the same shared numbers as the database.</summary>
    public bool AgreesOn(IEnumerable<Quantity> facts) =>
        facts.All(fact => fact.KeyOf(Indicator.Number) is { } key && Command.Statement.Inputs[key] == Value.Statement.Inputs[key]);
}
