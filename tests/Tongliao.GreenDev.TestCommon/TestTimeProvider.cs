namespace Tongliao.GreenDev.TestCommon;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestTimeProvider(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;

    public void MoveTo(DateTimeOffset instant) => now = instant;
}
