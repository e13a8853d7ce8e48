using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>What a reader of the log is told besides it.</summary>
/// <param name="Configured">By which channels anything is sent at all.</param>
/// <param name="OwnAddress">The reader's own, for tests; null for none.</param>
/// <param name="MaySend">Whether the reader may try channels and send messages again.</param>
/// <param name="MaySeeAdministration">Whether the reader manages periods too.</param>
/// <param name="KeepDays">How long messages are kept.</param>
public sealed record ChannelStates(IReadOnlyList<MessageChannel> Configured, string? OwnAddress, bool MaySend, bool MaySeeAdministration, int KeepDays);
