using Tongliao.GreenDev.Domain.Bulletins;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Bulletins;

/// <summary>
/// 2025Q3 of a city with three units and two indicators: #2 is due with 25 %, 1 percentage point less is amber, #10 with 95 % and as much.
/// 科尔沁区 has 30 and 93, 奈曼旗 24.5 and 90, 开鲁县 nothing and 96: with #2 the city is incomplete, with #10 red at 93.
/// </summary>
internal static class BulletinCase
{
    public const int Treated = 10;
    public const int Rural = 2;

    public static readonly Quarter Third = new(2025, 3);

    // A tree tells its units what stands above and below, so that no two share one.
    public static ReportingUnit City => Unit(1, TestData.CityCode, null, "全市", 0);
    public static ReportingUnit Central => Unit(2, "150502", TestData.CityCode, "科尔沁区", 1);
    public static ReportingUnit Naiman => Unit(3, "150525", TestData.CityCode, "奈曼旗", 2);
    public static ReportingUnit Kailu => Unit(4, "150523", TestData.CityCode, "开鲁县", 3);

    private static readonly DateOnly Due = new(2025, 10, 15);

    public static BulletinData Data(bool isDemo = false, bool approved = true, decimal central = 93)
    {
        var plan = PlanOf([City, Central, Naiman, Kailu]);
        var (first, second) = (plan.Units[0], plan.Units[1]);
        var ratings = new Dictionary<(int, string), IndicatorRating>();
        foreach (var number in new[] { Rural, Treated })
        {
            UnitCase[] cases = [CaseOf(Central, number, 30, central, approved), CaseOf(Naiman, number, 24.5m, 90, approved), CaseOf(Kailu, number, null, 96, approved)];
            foreach (var one in cases)
            {
                ratings[(number, one.UnitCode)] = RatingRules.RateUnit(TestData.Indicator(number), Third, one);
            }

            ratings[(number, City.Code)] = RatingRules.RateAggregate(TestData.Indicator(number), Third, City.Code, cases);
        }

        return new BulletinData(plan, Third, ratings, Before(), Progress(plan), isDemo)
        {
            Rectifications =
            [
                new(first, RectificationState.Overdue), new(first, RectificationState.Overdue), new(second, RectificationState.Unarranged), new(second, RectificationState.UnderWay),
            ],
            Answers = [new("150525", Treated, "管网改造\n跨年{施工}。"), new("150525", Treated, "管网改造\n跨年{施工}。"), new("150502", Treated, new string('长', 70))],
            GapOf = rating => GapToGreen.Of(rating.Indicator, Third, RatedCase.OfUnit(CaseOf(Naiman, rating.Indicator.Number, 24.5m, 90, approved: true)), LightGoal.Expected),
        };
    }

    public static BulletinFacts Facts(bool isDemo = false, bool approved = true, decimal central = 93) => new(Data(isDemo, approved, central));

    public static Plan PlanOf(IReadOnlyList<ReportingUnit> units) => new()
    {
        Key = "", Title = "绿色发展实施方案", DocumentNumber = "通政办发〔2023〕63号", IssuedOn = new DateOnly(2023, 11, 4), Issuer = "市政府办公室", FirstYear = 2024, LastYear = 2025,
        FullText = "", Annex = new([], [], ""), Sections = [], Tasks = [], Indicators = [TestData.Indicator(Rural), TestData.Indicator(Treated)], Quantities = [], Commitments = [],
        OpenQuestions = [], Regions = new(units), Departments = [],
    };

    public static ReportingUnit Unit(int id, string code, string? parent, string name, int order)
    {
        var unit = new ReportingUnit
        {
            Code = code, ParentCode = parent, CodeSystem = "", Name = name, ShortName = name, ReportingBody = name, Type = "", Order = order, Sets = [],
        };

        // Its key, which only the database gives.
        typeof(ReportingUnit).GetProperty(nameof(ReportingUnit.Id))!.SetValue(unit, id);
        return unit;
    }

    private static UnitCase CaseOf(ReportingUnit unit, int indicator, decimal? rural, decimal treated, bool approved)
    {
        var builder = TestData.Unit(unit.Code);
        var value = indicator == Treated ? treated : rural;
        return (value is { } number ? builder.Ratio("2025Q3", number, 100, approved) : builder).Build();
    }

    /// <summary>科尔沁区 was amber with both before; of the others nothing was judged.</summary>
    private static Dictionary<string, QuarterLights> Before() => new()
    {
        [Central.Code] = new QuarterLights(Third.Previous, [RagStatus.Amber, RagStatus.Amber]),
        [Naiman.Code] = new QuarterLights(Third.Previous, [RagStatus.NotReported, RagStatus.NotReported]),
    };

    /// <summary>科尔沁区 all in time, 奈曼旗 all a day late, 开鲁县 one of two, and the day is over.</summary>
    private static PeriodProgress Progress(Plan plan) => PeriodProgress.Of(
        ReportingPeriod.NotYetOpened(1, Third),
        plan.Units,
        2,
        [Value(Central, 15), Value(Central, 15), Value(Naiman, 16), Value(Naiman, 16), Value(Kailu, 15)],
        _ => new Deadline(Due, Due.AddDays(10), at => DateOnly.FromDateTime(at.DateTime)));

    private static ValueProgress Value(ReportingUnit unit, int day)
    {
        var at = new DateTimeOffset(2025, 10, day, 2, 0, 0, TimeSpan.Zero);
        return new ValueProgress(unit.Id, ValueStatus.CityReview, at, at);
    }
}
