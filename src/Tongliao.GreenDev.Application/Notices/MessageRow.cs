using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>A message as lists show it: without its text, and with as much of an address as tells it from others.</summary>
public sealed record MessageRow(Guid Id, MessageChannel Channel, MessageState State, string Recipient, string MaskedAddress, string Subject, DateTimeOffset CreatedAt)
{
    public int Tries { get; init; }

    public DateTimeOffset NextTryAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Chinese; null while nothing went wrong.</summary>
    public string? Fault { get; init; }

    public bool MayBeSentAgain { get; init; }

    internal static MessageRow Of(Message message) => new(
        message.Id, message.Channel, message.State, message.Recipient, MailAddress.Masked(message.Address), message.Subject, message.CreatedAt)
    {
        Tries = message.Tries,
        NextTryAt = message.NextTryAt,
        EndedAt = message.EndedAt,
        Fault = message.Fault,
        MayBeSentAgain = message.MayBeSentAgain,
    };
}
