using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>One of the drafts that are saved together, on its way to its outcome.</summary>
internal sealed class DraftSave(SaveValue command, Indicator indicator)
{
    public SaveValue Command { get; } = command;

    public Indicator Indicator { get; } = indicator;

    public Operation Operation { get; } = Operation.Of(command.OperationId, command);

    /// <summary>What stands in the database, once it is read.</summary>
    public ReportedValue Value { get; private set; } = null!;

    /// <summary>Null while it is undecided.</summary>
    public SaveOutcome? Outcome { get; set; }

    /// <summary>Somebody has saved the value since it was read.</summary>
    public bool IsStale => Value.Version != Command.Version;

    public static List<DraftSave> Undecided(IEnumerable<DraftSave> drafts) => [.. drafts.Where(draft => draft.Outcome is null)];

    /// <summary>Takes what was read. A save that was stored before gets the answer of then.</summary>
    public void Find(ReadValues read)
    {
        Value = read.ByIndicator[Indicator.Id];
        if (read.Earlier.TryGetValue(Operation.Id, out var earlier))
        {
            Outcome = earlier.IsSame(Operation) ? SaveOutcome.Of(AuditedValue.Answer(earlier)) : SaveOutcome.Of(RefusalException.OperationReused());
        }
    }
}
