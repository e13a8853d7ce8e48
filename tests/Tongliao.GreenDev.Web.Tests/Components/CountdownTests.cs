using Bunit;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Workbench;

namespace Tongliao.GreenDev.Web.Tests.Components;

public sealed class CountdownTests : IDisposable
{
    private readonly PortalContext portal = new();

    [Theory]
    [InlineData(10, "还有 10 天", "is-grey")]
    [InlineData(3, "还有 3 天", "is-amber")]
    [InlineData(0, "今天截止", "is-amber")]
    [InlineData(-2, "已逾期 2 天", "is-red")]
    public void Countdown_OfAnOpenPeriod_SaysHowLongInWordsAndHowUrgent(int days, string words, string tone)
    {
        var countdown = Render(Open(days)).Find("[data-due]");

        Assert.Equal(words, countdown.QuerySelector("strong")!.TextContent);
        Assert.Contains(tone, countdown.ClassList);
    }

    [Fact]
    public void Countdown_NothingMissingAnyMore_IsQuiet() => Assert.Contains("is-grey", Render(Open(-2), isDone: true).Find("[data-due]").ClassList);

    [Fact]
    public void Countdown_PeriodThatIsClosed_IsNothing()
    {
        var period = Open(5);
        period.Close(PostgresFixture.DemoNow);

        Assert.Empty(Render(period).Markup.Trim());
    }

    [Theory]
    [InlineData(0, "今天到")]
    [InlineData(-1, "已等 1 天（1月7日起）")]
    [InlineData(-30, "已等 30 天（2025年12月9日起）")]
    public void SinceWords_OfAnInstant_SayHowLongAndSinceWhen(int days, string words) =>
        Assert.Equal(words, SinceWords.Of(new DateTimeOffset(2026, 1, 8, 2, 0, 0, TimeSpan.Zero).AddDays(days), ClockAt(new DateTimeOffset(2026, 1, 8, 6, 0, 0, TimeSpan.Zero))));

    public void Dispose() => portal.Dispose();

    private static OfficeClock ClockAt(DateTimeOffset now) =>
        new(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static ReportingPeriod Open(int days)
    {
        var period = ReportingPeriod.NotYetOpened(1, new Quarter(2025, 4));
        period.Open(ClockAt(PostgresFixture.DemoNow).Today.AddDays(days), PostgresFixture.DemoNow);
        return period;
    }

    private IRenderedComponent<Countdown> Render(ReportingPeriod period, bool isDone = false) =>
        portal.Render<Countdown>(with => with.Add(control => control.Period, period).Add(control => control.IsDone, isDone));
}
