namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>认可偏差: what is behind is shown apart as long as a document accepts it, and no longer; its numbers are told as ever.</summary>
public sealed class DeviationTests
{
    [Theory]
    [InlineData("2025-04-01", "2025-09-30", "2025Q1", RagStatus.Red)]
    [InlineData("2025-04-01", "2025-09-30", "2025Q2", RagStatus.Accepted)]
    [InlineData("2025-04-01", "2025-09-30", "2025Q3", RagStatus.Accepted)]
    [InlineData("2025-04-01", "2025-09-29", "2025Q3", RagStatus.Red)]
    [InlineData("2025-04-01", "2025-09-30", "2025Q4", RagStatus.Red)]
    [InlineData("2025-06-30", "2025-06-30", "2025Q2", RagStatus.Accepted)]
    [InlineData("2025-07-01", "2025-12-31", "2025Q2", RagStatus.Red)]
    public void State_OfWhatIsBehind_IsAcceptedWhileItHoldsOnTheQuartersLastDay(string from, string until, string quarter, RagStatus state)
    {
        var rating = Rate(quarter, 80, unit => unit.Accepted(from, until));

        Assert.Equal((state, RagStatus.Red), (rating.State, rating.Judged));
    }

    [Theory]
    [InlineData(80, RagStatus.Red)]
    [InlineData(94.5, RagStatus.Amber)]
    public void Numbers_OfWhatIsAccepted_AreTheSameAsWithout(decimal value, RagStatus judged)
    {
        var (with, without) = (Rate("2025Q3", value, unit => unit.Accepted("2025-01-01", "2025-12-31")), Rate("2025Q3", value, unit => unit));

        Assert.Equal((RagStatus.Accepted, judged, judged), (with.State, with.Judged, without.State));
        Assert.Equal(
            (without.Value, without.Shortfall, without.Target, without.NeededPerQuarter, without.Words.Gap), (with.Value, with.Shortfall, with.Target, with.NeededPerQuarter, with.Words.Gap));
        var sentence = without.Explanation.Split('。', 2);
        Assert.Equal($"{sentence[0]}，通政办函〔2025〕3号认可偏差至2025-12-31，单列、不计入预警和滞后。{sentence[1]}", with.Explanation);
    }

    [Fact]
    public void Green_IsGreen_AndWhatHasNoLightKeepsItsState()
    {
        Assert.Equal(RagStatus.Green, Rate("2025Q3", 97, unit => unit.Accepted("2025-01-01", "2025-12-31")).State);
        Assert.Equal(RagStatus.NotReported, Case(unit => unit.Accepted("2025-01-01", "2025-12-31")).Rate(TestData.Indicator(10), Quarter.Parse("2025Q3")).State);
        Assert.Null(Rate("2025Q3", 97, unit => unit.Accepted("2025-01-01", "2025-12-31")).Deviation);
    }

    [Theory]
    [InlineData("2024-12-31", null)]
    [InlineData("2025-01-01", 1)]
    [InlineData("2025-03-31", 1)]
    [InlineData("2025-04-01", 3)]
    [InlineData("2025-05-31", 3)]
    [InlineData("2025-06-01", null)]
    [InlineData("2025-09-30", null)]
    [InlineData("2025-12-31", null)]
    public void InForce_OfSeveral_TheLatestBegunDecides_AndAWithdrawalEndsIt(string day, int? version)
    {
        AcceptedDeviation[] all =
        [
            TestData.Deviation(1, "2025-01-01", "2025-12-31"), TestData.Deviation(2, "2025-04-01", "2025-06-30"), TestData.Deviation(3, "2025-04-01", "2025-05-31"),
            TestData.Deviation(4, "2025-10-01", null),
        ];

        Assert.Equal(version, AcceptedDeviation.InForce(all, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Version);
    }

    [Fact]
    public void Whole_IsAcceptedByItsOwnDecision_NotByItsMembers()
    {
        var unit = new UnitCaseBuilder("150525", "奈曼旗", isCentralUrban: false).Ratio("2025Q3", 80, 100).Accepted("2025-01-01", "2025-12-31").Build();
        var (indicator, quarter) = (TestData.Indicator(10), Quarter.Parse("2025Q3"));

        Assert.Equal(RagStatus.Red, RatedCase.OfAggregate(TestData.CityCode, [unit]).Rate(indicator, quarter).State);
        var own = RatedCase.OfAggregate(TestData.CityCode, [unit], deviations: [TestData.Deviation(1, "2025-01-01", "2025-12-31")]);
        Assert.Equal(RagStatus.Accepted, own.Rate(indicator, quarter).State);
        Assert.Equal(RagStatus.Accepted, own.RateForReaderOf(0, indicator, quarter).State);
    }

    [Fact]
    public void GapAndForecast_AreThoseOfTheLightUnderneath()
    {
        var indicator = TestData.Indicator(10);
        RatedCase Of(Func<UnitCaseBuilder, UnitCaseBuilder> accepted) => Case(unit => accepted(unit.Ratio("2025Q1", 70, 100).Ratio("2025Q2", 72, 100)));
        var (with, without) = (Of(unit => unit.Accepted("2025-01-01", "2025-12-31")), Of(unit => unit));
        var quarter = Quarter.Parse("2025Q2");

        Assert.Equal(RagStatus.Accepted, with.Rate(indicator, quarter).State);
        Assert.Equal(
            GapToGreen.Of(indicator, quarter, without, LightGoal.Expected)!.Amount, GapToGreen.Of(indicator, quarter, with, LightGoal.Expected)!.Amount);
        Assert.Equal(Forecast.Of(indicator, quarter, without)!.Words.All, Forecast.Of(indicator, quarter, with)!.Words.All);
    }

    [Fact]
    public void Lights_AcceptedOnes_AreNeitherBehindNorUnjudged()
    {
        var lights = new QuarterLights(Quarter.Parse("2025Q3"), [RagStatus.Accepted, RagStatus.Red, RagStatus.NotReported]);

        Assert.Equal((1, 1, 1), (lights.Of(RagStatus.Accepted), lights.Of(RagStatus.Red), lights.WithoutLight));
        Assert.False(RagStatus.Accepted.IsBehind());
    }

    private static RatedCase Case(Func<UnitCaseBuilder, UnitCaseBuilder> with) =>
        RatedCase.OfUnit(with(new UnitCaseBuilder("150525", "奈曼旗", isCentralUrban: false)).Build());

    // 城镇污水处理率: ≥95 % in 2025.
    private static IndicatorRating Rate(string quarter, decimal value, Func<UnitCaseBuilder, UnitCaseBuilder> with) =>
        Case(unit => with(unit.Ratio(quarter, value, 100))).Rate(TestData.Indicator(10), Quarter.Parse(quarter));
}
