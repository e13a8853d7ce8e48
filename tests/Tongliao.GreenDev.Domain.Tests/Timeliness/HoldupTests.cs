using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Domain.Tests.Timeliness;

public sealed class HoldupTests
{
    private static readonly DateTimeOffset Opened = new(2025, 10, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_AllAtTheCity_None() =>
        Assert.Empty(Holdup.Of([Value(1, ValueStatus.CityReview), Value(2, ValueStatus.Accepted)], Opened, []));

    [Fact]
    public void Of_NothingTyped_ByWhoCouldHave()
    {
        HeldValue[] empty = [new(1, ValueStatus.Empty, null), new(2, ValueStatus.Empty, null)];

        Assert.Equal([HoldupKind.NoClerk], Kinds(Holdup.Of(empty, Opened, [])));
        Assert.Equal([HoldupKind.NotSignedIn], Kinds(Holdup.Of(empty, Opened, [null])));
        var before = Assert.Single(Holdup.Of(empty, Opened, [Opened.AddDays(-9), null]));
        Assert.Equal((HoldupKind.NotSignedIn, Opened.AddDays(-9)), (before.Kind, before.Since));
        var looked = Assert.Single(Holdup.Of(empty, Opened, [Opened.AddDays(2), Opened.AddDays(1)]));
        Assert.Equal((HoldupKind.NothingTyped, Opened.AddDays(2)), (looked.Kind, looked.Since));
    }

    [Fact]
    public void Of_UnderWay_WhichValuesAreStuckWhereSinceWhen()
    {
        var holdups = Holdup.Of(
            [
                Value(9, ValueStatus.CountyReview, day: 4), Value(3, ValueStatus.CountyReview, day: 3), Value(5, ValueStatus.Returned, day: 6),
                Value(1, ValueStatus.Accepted), new HeldValue(8, ValueStatus.Empty, null), Value(7, ValueStatus.Draft, day: 2),
            ],
            Opened,
            [null]);

        Assert.Equal([HoldupKind.Empty, HoldupKind.Draft, HoldupKind.Returned, HoldupKind.CountyReview], Kinds(holdups));
        Assert.Equal([3, 9], holdups[^1].Indicators);
        Assert.Equal(Opened.AddDays(3), holdups[^1].Since);
    }

    [Fact]
    public void Of_OnlyTheCountyIsWaitedFor_TheClerksDoNotMatter() =>
        Assert.Equal([HoldupKind.CountyReview], Kinds(Holdup.Of([Value(1, ValueStatus.CountyReview), Value(2, ValueStatus.Accepted)], Opened, [])));

    private static IEnumerable<HoldupKind> Kinds(IEnumerable<Holdup> holdups) => holdups.Select(holdup => holdup.Kind);

    private static HeldValue Value(int indicator, ValueStatus status, int day = 1) => new(indicator, status, Opened.AddDays(day));
}
