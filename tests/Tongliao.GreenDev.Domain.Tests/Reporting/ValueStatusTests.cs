namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>What a status means, and the fields of the inputs.</summary>
public sealed class ValueStatusTests
{
    [Theory]
    [InlineData(ValueStatus.Empty, "未填", true, false, 0)]
    [InlineData(ValueStatus.Draft, "草稿", true, false, 0)]
    [InlineData(ValueStatus.Returned, "已退回", true, false, 0)]
    [InlineData(ValueStatus.CountyReview, "待县级审核", false, false, 1)]
    // Only what has left the county counts for ratings.
    [InlineData(ValueStatus.CityReview, "待市级审核", false, true, 2)]
    [InlineData(ValueStatus.Accepted, "审核通过", false, true, 3)]
    public void Status_SaysWhereItStands(ValueStatus status, string word, bool withClerk, bool reachedCity, int stage)
    {
        Assert.Equal(word, status.Word());
        Assert.Equal(withClerk, status.IsWithClerk());
        Assert.Equal(reachedCity, status.HasReachedCity());
        Assert.Equal(stage, status.Stage());
    }

    [Fact]
    public void Inputs_AreReadAndWrittenByKey()
    {
        foreach (var key in Enum.GetValues<InputKey>())
        {
            var inputs = ReportedInputs.None.With(key, 7);

            Assert.Equal(7, inputs[key]);
            Assert.False(inputs.IsEmpty);
            Assert.All(Enum.GetValues<InputKey>().Where(other => other != key), other => Assert.Null(inputs[other]));
            Assert.True(inputs.With(key, null).IsEmpty);
        }
    }
}
