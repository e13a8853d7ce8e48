namespace Tongliao.GreenDev.Application.Users;

/// <summary>A signed-in browser (会话) in a list.</summary>
/// <param name="Id">Not the key: nothing opens with it.</param>
/// <param name="Device">Browser and system as the browser said, empty when it said nothing.</param>
/// <param name="Address">Network address of the sign-in.</param>
/// <param name="CreatedAt">The sign-in.</param>
/// <param name="LastSeenAt">To the minute.</param>
public sealed record SessionRow(string Id, string Device, string Address, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);
