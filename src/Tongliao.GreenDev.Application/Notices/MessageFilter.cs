using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Which messages.</summary>
/// <param name="Channel">Null for all.</param>
/// <param name="State">Null for all.</param>
/// <param name="Text">In recipient or subject; empty for all.</param>
public sealed record MessageFilter(MessageChannel? Channel, MessageState? State, string Text)
{
    /// <summary>Instead of the latest first.</summary>
    public bool IsOldestFirst { get; init; }
}
