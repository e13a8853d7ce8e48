using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Plans;

/// <summary>分解建议: a whole divided by weights.</summary>
public sealed class ApportionmentTests
{
    [Fact]
    public void Of_UnequalRemainders_GivesTheLastSteps_ToThoseThatLostMost() =>
        // 0.8 by 3:3:1 is 0.342857…, 0.342857…, 0.114285…: down to 0.34, 0.34, 0.11 a step is left, and the third lost most.
        Assert.Equal([0.34m, 0.34m, 0.12m], Apportionment.Of(0.8m, [3, 3, 1], 2)!);

    [Fact]
    public void Of_EqualRemainders_GivesTheLastSteps_ToTheFirst() => Assert.Equal([0.34m, 0.33m, 0.33m], Apportionment.Of(1, [1, 1, 1], 2)!);

    [Fact]
    public void Of_WeightOfNothing_IsNothing() => Assert.Equal([60m, 0m], Apportionment.Of(60, [2.5m, 0], 2)!);

    [Fact]
    public void Of_NoWeightAtAll_IsNoProposal() => Assert.Null(Apportionment.Of(60, [0, 0], 2));

    [Theory]
    [InlineData("-1", "1", 2)]
    [InlineData("1", "-1", 2)]
    [InlineData("0.125", "1", 2)]
    public void Of_NegativeOrTooFine_IsRefused(string whole, string weight, int decimals) => Assert.Throws<ArgumentOutOfRangeException>(() =>
        Apportionment.Of(decimal.Parse(whole, System.Globalization.CultureInfo.InvariantCulture), [decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture), 5], decimals));

    /// <summary>Of random wholes and weights: the parts add up exactly, each is within a step of what is due, and who weighs more gets no less.</summary>
    [Fact]
    public void Of_AnyWeights_AddsUpWithinAStepAndInOrder()
    {
        var random = new Random(20231104);
        for (var round = 0; round < 5_000; round++)
        {
            var decimals = random.Next(0, 5);
            var step = 1m / (decimal)Math.Pow(10, decimals);
            var whole = random.Next(0, 1_000_000) * step;
            var weights = Enumerable.Range(0, random.Next(1, 13)).Select(_ => random.Next(0, 5) == 0 ? 0 : random.Next(1, 1_000_000) / 100m).ToList();
            if (Apportionment.Of(whole, weights, decimals) is not { } parts)
            {
                Assert.Equal(0, weights.Sum());
                continue;
            }

            Assert.Equal(whole, parts.Sum());
            Assert.All(weights.Zip(parts), pair =>
            {
                Assert.True(Rational.Abs((Rational)pair.Second - ((Rational)whole * pair.First / weights.Sum())) < step);
                Assert.All(weights.Zip(parts), other => Assert.True(other.First > pair.First || other.Second <= pair.Second + (other.First == pair.First ? step : 0)));
            });
        }
    }
}
