namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>What the bell counts.</summary>
/// <param name="Waiting">Values that wait for the person, by quarter, the earliest first.</param>
/// <param name="Unread">Notices (通知) that they have not read.</param>
public sealed record BellCount(IReadOnlyList<WaitingQuarter> Waiting, int Unread);
