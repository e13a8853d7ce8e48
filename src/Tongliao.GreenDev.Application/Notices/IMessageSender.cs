using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Sends by one channel.</summary>
public interface IMessageSender
{
    MessageChannel Channel { get; }

    /// <summary>Whether the settings name somebody to send by; until then nothing is prepared or sent.</summary>
    bool IsConfigured { get; }

    /// <exception cref="MessageException">It was not taken.</exception>
    Task SendAsync(Letter letter, CancellationToken cancellationToken);
}
