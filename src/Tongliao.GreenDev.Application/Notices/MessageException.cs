namespace Tongliao.GreenDev.Application.Notices;

/// <summary>A message was not taken; says in Chinese why, without secrets. What lies behind it stays out: its words may hold an address or a key.</summary>
/// <param name="message">Chinese.</param>
/// <param name="isForGood">Whether another try would end alike.</param>
public sealed class MessageException(string message, bool isForGood = false) : Exception(message)
{
    public bool IsForGood { get; } = isForGood;
}
