using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>What somebody did under an operation id, as its audit row has it.</summary>
internal sealed class EarlierAct
{
    public required Guid OperationId { get; init; }

    /// <inheritdoc cref="AuditEvent.OperationContent"/>
    public required byte[]? Content { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="AuditEvent.After"/>
    public required string? After { get; init; }

    /// <summary>Tells a request that was sent again from another one that bears its id.</summary>
    public bool IsSame(Operation operation) => Content.AsSpan().SequenceEqual(operation.Content);
}
