using Microsoft.Extensions.Time.Testing;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>
/// A clock that stands still until a test moves it, with timers that run as they do in life: for a whole portal, whose
/// own waiting (for the database, after a wrong password) would otherwise never end.
/// </summary>
public sealed class StandingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime, period);
}
