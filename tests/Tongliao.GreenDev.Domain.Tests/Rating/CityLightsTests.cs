using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

public sealed class CityLightsTests
{
    private static readonly RagStatus[] Before = [RagStatus.Green, RagStatus.Red, RagStatus.Red, RagStatus.Incomplete];

    [Fact]
    public void Of_AgainstTheQuarterBefore_CountsAndCompares()
    {
        var lights = new CityLights([RagStatus.Red, RagStatus.Green, RagStatus.Green, RagStatus.NotDue], Before, isComplete: true);

        Assert.Equal((1, 2, 0, 1), (lights.Of(RagStatus.Red), lights.Of(RagStatus.Green), lights.Of(RagStatus.Amber), lights.WithoutLight));
        Assert.Equal("较上季 −1", lights.ChangeOf(RagStatus.Red));
        Assert.Equal("较上季 +1", lights.ChangeOf(RagStatus.Green));
        Assert.Equal("较上季持平", lights.ChangeOf(RagStatus.Amber));
    }

    [Fact]
    public void WithoutLight_SeveralReasons_AreAddedUp() =>
        Assert.Equal(3, new CityLights([RagStatus.NotDue, RagStatus.Incomplete, RagStatus.Incomplete, RagStatus.Green], Before, isComplete: true).WithoutLight);

    [Fact]
    public void ChangeOf_UnfinishedQuarter_IsComparedWithNothing() =>
        Assert.Null(new CityLights([RagStatus.Green], Before, isComplete: false).ChangeOf(RagStatus.Green));

    [Theory]
    [InlineData]
    [InlineData(RagStatus.Incomplete)]
    public void ChangeOf_NothingJudgedBefore_ComparesNothing(params RagStatus[] before) =>
        Assert.Equal("上季无数据", new CityLights([RagStatus.Green], before, isComplete: true).ChangeOf(RagStatus.Green));
}
