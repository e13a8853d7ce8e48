using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

public sealed class LateRepairTests
{
    [Theory]
    [InlineData("Red Green", 1)]
    [InlineData("Red Green Green", 1)]
    [InlineData("Red Amber Green", 2)]
    [InlineData("Green Red Green", 2)]
    [InlineData("Red Green Red Green Green", 3)]
    [InlineData("Red", null)]
    [InlineData("Green", null)]
    [InlineData("Green Green", null)]
    [InlineData("Amber Green", null)]
    [InlineData("Red Amber", null)]
    [InlineData("Red Green Red", null)]
    [InlineData("NotReported Green", null)]
    [InlineData("Red NotApplicable", null)]
    [InlineData("", null)]
    public void Of_StatesOfTheReleases_IsTheOneThatRepaired(string issued, int? expected) => Assert.Equal(
        expected, LateRepair.Of([.. issued.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<RagStatus>)]));
}
