using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// How a rating was reckoned (计算过程), in words with the numbers in them: the one wording for screens, the API and workbooks. What rests on every unit of
/// a whole is left out for a reader who may not see them all.
/// </summary>
public sealed class RatingCalculation
{
    private readonly RatedCase rated;
    private readonly Lazy<GapToGreen?> toExpected;
    private readonly Lazy<GapToGreen?> toYearTarget;
    private readonly Lazy<Forecast?> forecast;

    /// <param name="rating">As its reader is told it.</param>
    /// <param name="rated">What it was made from.</param>
    /// <param name="showsAll">Whether the reader may see every unit of it.</param>
    public RatingCalculation(IndicatorRating rating, RatedCase rated, bool showsAll)
    {
        (Rating, this.rated, ShowsAll) = (rating, rated, showsAll);
        toExpected = new Lazy<GapToGreen?>(() => Gap(LightGoal.Expected));
        toYearTarget = new Lazy<GapToGreen?>(() => Gap(LightGoal.YearTarget));
        forecast = new Lazy<Forecast?>(() => ShowsAll ? Domain.Rating.Forecast.Of(Rating.Indicator, Rating.Quarter, rated) : null);
    }

    /// <summary>Whether the reader may see every unit that it was made from.</summary>
    public bool ShowsAll { get; }

    public IndicatorRating Rating { get; }

    /// <summary>Of a whole, not of one unit.</summary>
    public bool IsAggregate => rated.IsAggregate;

    /// <summary>The typed numbers, of a whole the sums of those that are in; null where there are none to be told.</summary>
    public ReportedInputs? Numbers => ShowsAll ? FormulaText.NumbersOf(Rating.Indicator, Rating.Quarter, rated) : null;

    /// <summary>For example 20.24 ÷ 50.6 × 100 = 40.0%; empty where there is nothing to be told.</summary>
    public string Formula => ShowsAll ? FormulaText.Of(Rating, rated) : "";

    /// <summary>How what was due came about.</summary>
    public string Expected => ExpectedText.Of(Rating);

    /// <summary>How the tolerance came about.</summary>
    public string Tolerance => ExpectedText.ToleranceOf(Rating);

    /// <summary>The members of a whole with their weights; none of a unit.</summary>
    public IReadOnlyList<MemberShare> Members => ShowsAll && rated.IsAggregate ? MemberShare.Of(Rating.Indicator, Rating.Quarter, rated.Units) : [];

    /// <summary>差距折合: what would turn the light green; null where nothing is lacking, or nothing is to be told.</summary>
    public GapToGreen? ToExpected => toExpected.Value;

    /// <summary>The same for the year's target.</summary>
    public GapToGreen? ToYearTarget => toYearTarget.Value;

    /// <summary>预测; null where there is nothing to carry forward or to be told. Needs the figures of all quarters.</summary>
    public Forecast? Forecast => forecast.Value;

    private GapToGreen? Gap(LightGoal goal) => ShowsAll ? GapToGreen.Of(Rating.Indicator, Rating.Quarter, rated, goal) : null;
}
