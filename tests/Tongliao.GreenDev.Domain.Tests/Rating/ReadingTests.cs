namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>How what later decisions change, and other readings of open questions, decide lights.</summary>
public sealed class ReadingTests
{
    // Q1: 30 % at the end of 2024, 33 % a year later are 10 % more of it, and only three percentage points.
    [Theory]
    [InlineData(TargetBasis.Increase, 33, 3, RagStatus.Red)]
    [InlineData(TargetBasis.Increase, 40, 10, RagStatus.Green)]
    [InlineData(TargetBasis.RelativeIncrease, 33, 10, RagStatus.Green)]
    [InlineData(TargetBasis.RelativeIncrease, 32, 6.6666666667, RagStatus.Red)]
    [InlineData(TargetBasis.RelativeIncrease, 32.1, 7, RagStatus.Amber)]
    public void Increase_ByPointsOrByShare_IsMeasuredAndJudgedSo(TargetBasis basis, decimal now, decimal increase, RagStatus light)
    {
        var rating = Rate(12, "2025Q4", Basis(2025, basis), unit => unit.Ratio("2024Q4", 30, 100).Ratio("2025Q4", now, 100));

        Assert.Equal((increase, light), (rating.Value!.Value.Round(10), rating.State));
    }

    [Fact]
    public void RelativeIncrease_SaysAPercentage_AndIsJudgedAtTheYearsEnd()
    {
        var quarter = Rate(12, "2025Q3", Basis(2025, TargetBasis.RelativeIncrease), unit => unit.Ratio("2024Q4", 30, 100).Ratio("2025Q3", 33, 100));
        var year = Rate(12, "2025Q4", Basis(2025, TargetBasis.RelativeIncrease), unit => unit.Ratio("2024Q4", 30, 100).Ratio("2025Q4", 33, 100));

        Assert.Equal(RagStatus.NotDue, quarter.State);
        Assert.StartsWith("四季度较上年末提高10.0%，应提高10.0%（全年≥+10%），判为达标。", year.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void RelativeIncrease_FromNothing_CannotBeTold() => Assert.Equal(
        (RagStatus.MissingBaseline, "2024年末为0，无法计算相对增幅：奈曼旗"),
        State(Rate(12, "2025Q4", Basis(2025, TargetBasis.RelativeIncrease), unit => unit.Ratio("2024Q4", 0, 100).Ratio("2025Q4", 33, 100))));

    // Q1: 2024's 30 read as an increase rests on the end of 2023, which is a baseline.
    [Fact]
    public void Increase_InTheFirstYear_RestsOnTheBaseline()
    {
        var change = Basis(2024, TargetBasis.Increase);

        Assert.Equal((RagStatus.MissingBaseline, "缺2023年末数：奈曼旗"), State(Rate(12, "2024Q4", change, unit => unit.Ratio("2024Q4", 45, 100))));
        var rating = Rate(12, "2024Q4", change, unit => unit.Baseline(new ReportedInputs { Numerator = 10, Denominator = 100 }).Ratio("2024Q4", 45, 100));
        Assert.Equal((35m, RagStatus.Green), (rating.Value!.Value.Round(4), rating.State));
    }

    // Q2: 20 of two years, of which 2023 brought 12.
    [Theory]
    [InlineData(TargetBasis.YearAmount, null, 8, RagStatus.Red)]
    [InlineData(TargetBasis.Window, 2023, 20, RagStatus.Green)]
    public void Sum_OfTheYearOrOfAWindow_CountsTheBaselineInTheWindow(TargetBasis basis, int? from, decimal value, RagStatus light)
    {
        var change = new IndicatorChange { Targets = [new TargetChange(2024, null, null, basis, from)] };
        var rating = Rate(16, "2024Q4", change, unit => unit.Baseline(12).Target(2024, 20).Amount("2024Q4", 8));

        Assert.Equal((value, light), (rating.Value!.Value.Round(4), rating.State));
    }

    // Q3: 60 built by 2024 and 45 more: 105 of 100 all in all, 45 of 100 this year.
    [Theory]
    [InlineData(TargetBasis.Cumulative, 105, RagStatus.Green)]
    [InlineData(TargetBasis.YearAmount, 45, RagStatus.Red)]
    public void Sum_AllInAllOrOfTheYear(TargetBasis basis, decimal value, RagStatus light)
    {
        var change = new IndicatorChange { Targets = [new TargetChange(2024, null, null, basis, null), new TargetChange(2025, null, null, basis, null)] };
        var rating = Rate(20, "2025Q4", change, unit => unit.Target(2024, 60).Target(2025, 100).Amount("2024Q4", 60).Amount("2025Q4", 45));

        Assert.Equal((value, light), (rating.Value!.Value.Round(4), rating.State));
    }

    // Q4: 30 % permeable area outside the city's centre is for reference, or red.
    [Theory]
    [InlineData(CityScope.CentralUrban, RagStatus.Reference)]
    [InlineData(CityScope.AllUnits, RagStatus.Red)]
    public void Scope_OfAllUnits_JudgesWhoWasForReference(CityScope scope, RagStatus state) =>
        Assert.Equal(state, Rate(1, "2024Q4", new IndicatorChange { CityScope = scope }, unit => unit.Ratio("2024Q4", 30, 100)).State);

    // Q5: exactly 30 %.
    [Theory]
    [InlineData(Comparison.AtLeast, RagStatus.Green, "≥30%")]
    [InlineData(Comparison.MoreThan, RagStatus.Amber, ">30%")]
    public void Comparison_MetExactly_IsMetOrNot(Comparison comparison, RagStatus state, string target)
    {
        var rating = Rate(18, "2025Q4", new IndicatorChange { Targets = [new TargetChange(2025, null, comparison, null, null)] }, unit => unit.Ratio("2025Q4", 30, 100));

        Assert.Equal((state, target), (rating.State, rating.Words.YearTarget));
    }

    // Q6: 11 % uncorrected, 9 % with a correction of 2.
    [Theory]
    [InlineData(false, 9, RagStatus.Green)]
    [InlineData(true, 11, RagStatus.Red)]
    public void WaterLoss_CorrectedOrNot(bool isUncorrected, decimal value, RagStatus state)
    {
        var change = new IndicatorChange { RatesUncorrectedLoss = isUncorrected, CityScope = CityScope.AllUnits };
        var rating = Rate(8, "2025Q4", change, unit => unit.Water("2025Q4", 1000, 890, 2));

        Assert.Equal((value, state), (rating.Value!.Value.Round(4), rating.State));
    }

    [Fact]
    public void Under_Amendments_ThatChangeDifferentThings_StandBesideEachOther()
    {
        var published = TestData.Indicator(3);
        var judged = published.Under(
            [
                Amendment(1, "2025-07-01", new IndicatorChange { Tolerance = 4 }),
                Amendment(2, "2025-01-01", new IndicatorChange { Targets = [new TargetChange(2025, 65, null, null, null)], Tolerance = 3 }),
                Amendment(3, "2025-10-01", new IndicatorChange { Targets = [new TargetChange(2025, 70, null, null, null)] }),
            ],
            new DateOnly(2025, 9, 30));

        Assert.Equal((65m, 58m, 4m), (judged.TargetOf(2025)!.Value, judged.TargetOf(2024)!.Value, judged.Tolerance.Value));
        Assert.Equal((60m, 2m), (published.TargetOf(2025)!.Value, published.Tolerance.Value));
    }

    [Fact]
    public void Members_NameWhatIsSet() => Assert.Equal(
        ["targets.2024.value", "targets.2025.comparison", "targets.2025.basis", "tolerance", "progressCurve", "cityScope", "ratesUncorrectedLoss"],
        new IndicatorChange
        {
            Targets = [new TargetChange(2024, 1, null, null, null), new TargetChange(2025, null, Comparison.AtLeast, TargetBasis.Level, null)],
            Tolerance = 1, ProgressCurve = [0, 0, 0, 1], CityScope = CityScope.AllUnits, RatesUncorrectedLoss = false,
        }.Members);

    private static IndicatorAmendment Amendment(int version, string day, IndicatorChange change) => new()
    {
        IndicatorId = 3, Version = version, Change = change, Recorded = Recording.OnTrial,
        Decision = new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "通政办发〔2025〕1号", "市人民政府办公室", "上级目标调整", IsCorrection: false),
    };

    private static IndicatorChange Basis(int year, TargetBasis basis) => new() { Targets = [new TargetChange(year, null, null, basis, null)] };

    private static (RagStatus State, string Reason) State(IndicatorRating rating) => (rating.State, rating.Measurement.Reason);

    private static IndicatorRating Rate(int number, string quarter, IndicatorChange change, Func<UnitCaseBuilder, UnitCaseBuilder> reported) =>
        RatingRules.RateUnit(TestData.Indicator(number).Under(change), Quarter.Parse(quarter), reported(new UnitCaseBuilder("150525", "奈曼旗", isCentralUrban: false)).Build());
}
