using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>One entry in the history of a value: who did what, when, and what stood there afterwards.</summary>
public sealed class ValueRevision
{
    private ValueRevision()
    {
    }

    public long Id { get; private init; }

    public long ValueId { get; private init; }

    public int Version { get; private init; }

    /// <summary>The act that changed it, by the id that stands in the audit: a step changes many values.</summary>
    public Guid OperationId { get; private init; }

    public RevisionKind Kind { get; private init; }

    public Guid ById { get; private init; }

    /// <summary>Name and unit as they were then, for example 张三（奈曼旗 填报员）.</summary>
    public string ByName { get; private init; } = "";

    public Way Way { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ValueStatus Status { get; private init; }

    /// <summary>As it stood then: a first submission that was withdrawn unseen is none.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; private init; }

    public Statement Statement { get; private init; } = Statement.Empty;

    /// <summary>退回原因, the reason of a reopening or of acting for a department, or the 答复 to a return.</summary>
    public string? Reason { get; private init; }

    /// <summary>代审: the lead department in whose place the bureau decided; null otherwise.</summary>
    public string? ActedFor { get; private init; }

    /// <summary>Records a value as it stands after a change.</summary>
    /// <param name="value">Changed.</param>
    /// <param name="kind">What was done.</param>
    /// <param name="operationId">The act.</param>
    /// <param name="by">A person, never the system.</param>
    /// <param name="reason">As <see cref="Reason"/> says.</param>
    /// <param name="actedFor">As <see cref="ActedFor"/> says.</param>
    public static ValueRevision After(ReportedValue value, RevisionKind kind, Guid operationId, Recording by, string? reason, string? actedFor = null) => new()
    {
        ValueId = value.Id,
        Version = value.Version,
        OperationId = operationId,
        Kind = kind,
        ById = by.ById ?? throw new InvalidOperationException("A value is changed by somebody."),
        ByName = by.ByName,
        Way = by.Way,
        At = value.ChangedAt ?? throw new InvalidOperationException("Only a changed value has a revision."),
        Status = value.Status,
        FirstSubmittedAt = value.FirstSubmittedAt,
        Statement = value.Statement,
        Reason = reason,
        ActedFor = actedFor,
    };
}
