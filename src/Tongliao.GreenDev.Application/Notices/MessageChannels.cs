using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>The channels, and which of them are configured; by another nothing is prepared or sent.</summary>
public sealed class MessageChannels(IEnumerable<IMessageSender> senders)
{
    private readonly Dictionary<MessageChannel, IMessageSender> senders = senders.ToDictionary(sender => sender.Channel);

    public IReadOnlyList<MessageChannel> Configured => [.. Enum.GetValues<MessageChannel>().Where(Has)];

    /// <summary>Those of them that speak in a group.</summary>
    public IEnumerable<MessageChannel> Groups => Configured.Where(channel => channel != MessageChannel.Mail);

    public bool Has(MessageChannel channel) => senders[channel].IsConfigured;

    internal IMessageSender For(MessageChannel channel) => senders[channel];
}
