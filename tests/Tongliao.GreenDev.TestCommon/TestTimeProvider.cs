namespace Tongliao.GreenDev.TestCommon;

/// <summary>A clock that stands still until a test moves it.</summary>
public class TestTimeProvider(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public void Advance(TimeSpan by) => now += by;

    public void MoveTo(DateTimeOffset instant) => now = instant;
}
