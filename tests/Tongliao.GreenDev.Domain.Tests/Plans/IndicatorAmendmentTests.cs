using System.Globalization;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Domain.Tests.Plans;

/// <summary>Which amendment (调整) holds, and other small facts of a plan.</summary>
public sealed class IndicatorAmendmentTests
{
    [Theory]
    [InlineData("2024-05-31", new int[0])]
    [InlineData("2024-06-01", new[] { 1 })]
    [InlineData("2024-12-31", new[] { 1 })]
    [InlineData("2025-01-01", new[] { 1, 2, 3 })] // of two from one day the later recorded prevails
    [InlineData("2026-01-01", new[] { 1, 2, 3 })]
    public void InForce_OnADay_AreThoseThatHaveBegun_TheLatestLast(string day, int[] versions) =>
        Assert.Equal(versions, IndicatorAmendment.InForce([From("2025-01-01", 3), From("2024-06-01", 1), From("2025-01-01", 2)], Day(day)).Select(amendment => amendment.Version));

    // An amendment recorded later may begin earlier: its day decides.
    [Fact]
    public void InForce_RecordedLaterButEarlierInForce_DoesNotPrevail() =>
        Assert.Equal([2, 1], IndicatorAmendment.InForce([From("2025-01-01", 1), From("2024-06-01", 2)], Day("2025-03-31")).Select(amendment => amendment.Version));

    [Fact]
    public void InForce_None_ThePlanStandsAsPublished() => Assert.Empty(IndicatorAmendment.InForce([], Day("2025-03-31")));

    [Fact]
    public void Recording_IsKnownFromItsMomentOn()
    {
        var recorded = new Recording(new DateTimeOffset(Day("2024-06-01"), TimeOnly.MinValue, TimeSpan.Zero), ById: null, "市住建局");

        Assert.True(recorded.IsKnownAt(null));
        Assert.True(recorded.IsKnownAt(recorded.At));
        Assert.False(recorded.IsKnownAt(recorded.At.AddTicks(-1)));
    }

    [Fact]
    public void Recording_OnTrial_IsKnownAtAnyTimeAndNamesNobody() =>
        Assert.Equal((true, null, "试算"), (Recording.OnTrial.IsKnownAt(DateTimeOffset.MinValue), Recording.OnTrial.ById, Recording.OnTrial.ByName));

    [Theory]
    [InlineData(InputKey.Numerator, "inputs.numerator")]
    [InlineData(InputKey.Denominator, "inputs.denominator")]
    [InlineData(InputKey.Amount, "inputs.amount")]
    [InlineData(InputKey.Supplied, "inputs.supplied")]
    [InlineData(InputKey.Billed, "inputs.billed")]
    [InlineData(InputKey.Correction, "inputs.correction")]
    [InlineData(null, "inputs")]
    public void FieldName_IsThatOfTheContract(InputKey? key, string name) => Assert.Equal(name, FieldNames.Of(key));

    [Fact]
    public void BaselineYear_IsTheOneBeforeTheFirst()
    {
        var city = new ReportingUnit
        {
            Code = "150500", ParentCode = null, CodeSystem = "", Name = "通辽市", ShortName = "全市", ReportingBody = "", Type = "", Order = 1, Sets = [],
        };
        var plan = new Plan
        {
            Key = "", Title = "", DocumentNumber = "", IssuedOn = Day("2023-11-04"), Issuer = "", FirstYear = 2024, LastYear = 2025, FullText = "",
            Annex = new([], [], ""), Sections = [], Tasks = [], Indicators = [], Quantities = [], Commitments = [], OpenQuestions = [], Regions = new([city]), Departments = [],
        };

        Assert.Equal((2023, city), (plan.BaselineYear, plan.City));
        Assert.Empty(plan.Units);
    }

    private static IndicatorAmendment From(string day, int version) => new()
    {
        IndicatorId = 1, Version = version, Recorded = Recording.OnTrial, Change = new(),
        Decision = new(Day(day), "通政办发〔2024〕1号", "市人民政府办公室", "上级目标调整", IsCorrection: false),
    };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
