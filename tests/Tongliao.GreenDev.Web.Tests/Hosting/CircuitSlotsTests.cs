using Tongliao.GreenDev.Web.Hosting;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

public sealed class CircuitSlotsTests
{
    private static CircuitSlots Slots(int each) =>
        new(Microsoft.Extensions.Options.Options.Create(new CircuitsOptions { MaxPerUser = each }));

    [Fact]
    public void TryTake_AboveTheLimit_RefusesThatPersonOnly()
    {
        var slots = Slots(2);

        Assert.True(slots.TryTake("a"));
        Assert.True(slots.TryTake("a"));
        Assert.False(slots.TryTake("a"));
        Assert.True(slots.TryTake("b"));
    }

    [Fact]
    public void Release_MakesRoomAgain()
    {
        var slots = Slots(1);
        slots.TryTake("a");
        slots.Release("a");

        Assert.True(slots.TryTake("a"));
    }

    [Fact]
    public void TakeBack_CountsACircuitThatReturns()
    {
        var slots = Slots(2);
        slots.TryTake("a");
        slots.TakeBack("a");

        Assert.False(slots.TryTake("a"));
    }

    [Fact]
    public async Task TryTake_ByManyAtOnce_NeverExceedsTheLimit()
    {
        var slots = Slots(50);
        var taken = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => slots.TryTake("a"))));

        Assert.Equal(50, taken.Count(got => got));
    }
}
