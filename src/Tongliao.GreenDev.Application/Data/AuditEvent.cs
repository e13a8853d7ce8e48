namespace Tongliao.GreenDev.Application.Data;

/// <summary>One entry of the audit (审计日志): who did what to which object, and what it was before and after. Rows are only ever added.</summary>
public sealed class AuditEvent
{
    public long Id { get; private init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for what the system did or an unknown person tried.</summary>
    public required Guid? UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>
    /// The act that wrote it, by its id with <see cref="UserId"/>: so it is recognised when it is sent or tried again. Null for sign-ins
    /// and for further entries of one act.
    /// </summary>
    public Guid? OperationId { get; init; }

    /// <summary>Fingerprint of what the act asked for; with <see cref="OperationId"/>, where it can be sent twice.</summary>
    public byte[]? OperationContent { get; init; }

    /// <summary>Network address of the caller; empty for the command line.</summary>
    public required string Address { get; init; }

    /// <summary>Stable code, see the list of kinds.</summary>
    public required string Kind { get; init; }

    /// <summary>Whose plan the subject is of; null for what is of none, such as an account.</summary>
    public int? PlanId { get; init; }

    /// <summary>What it was done to, for example <c>value 150525/2025Q3/2</c>.</summary>
    public required string Subject { get; init; }

    public required bool Succeeded { get; init; }

    /// <summary>JSON; null where there was nothing.</summary>
    public string? Before { get; init; }

    /// <summary>JSON; null where there is nothing any more.</summary>
    public string? After { get; init; }
}
