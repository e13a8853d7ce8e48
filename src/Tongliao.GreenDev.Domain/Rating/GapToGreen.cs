using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// What a light lacks in the unit of the work (差距折合): the least that meets the goal and may be typed; one step less does not meet it.
/// Of a whole it is the cheapest way (最省办法): which units' least work does it. What moves is said by <see cref="Lever"/>.
/// </summary>
public sealed record GapToGreen
{
    private GapToGreen(LightGoal goal, InputField field, bool isLess, IReadOnlyList<UnitWork>? work)
    {
        Goal = goal;
        Field = field;
        IsLess = isLess;
        Work = work;
    }

    public LightGoal Goal { get; }

    /// <summary>What is to be moved, with the unit of <see cref="Amount"/>.</summary>
    public InputField Field { get; }

    /// <summary>Less of it is needed, not more.</summary>
    public bool IsLess { get; }

    /// <summary>Who does how much, in official order; null where no work does it.</summary>
    public IReadOnlyList<UnitWork>? Work { get; }

    /// <summary>All together; null where no work does it.</summary>
    public decimal? Amount => Work?.Sum(work => work.Amount);

    /// <summary>In Chinese, see <see cref="GapWords"/>.</summary>
    public required GapWords Words { get; init; }

    /// <summary>Null where nothing is lacking, or nothing is judged.</summary>
    /// <param name="indicator">What.</param>
    /// <param name="quarter">When.</param>
    /// <param name="rated">Whose light.</param>
    /// <param name="goal">What is to be reached.</param>
    public static GapToGreen? Of(Indicator indicator, Quarter quarter, RatedCase rated, LightGoal goal)
    {
        var rating = rated.Rate(indicator, quarter);
        if (!IsJudged(rating, goal) || IsMet(rating, goal))
        {
            return null;
        }

        var lever = Lever.Of(indicator, rating.YearTarget.Comparison);
        var shares = CheapestWay.Of(lever, indicator, quarter, rated, trial => IsMet(trial.Rate(indicator, quarter), goal));
        IReadOnlyList<UnitWork>? work = shares is null
            ? null
            : [.. shares.Select(share => new UnitWork(share.Key.UnitCode, share.Key.UnitName, lever.Amount(share.Value)))];
        return new GapToGreen(goal, lever.Field, lever.IsLess, work) { Words = new GapWords(indicator, lever.Field, lever.IsLess, work) };
    }

    private static bool IsJudged(IndicatorRating rating, LightGoal goal) =>
        rating.Judged.IsLight() || (goal == LightGoal.YearTarget && rating.Judged == RagStatus.NotDue);

    private static bool IsMet(IndicatorRating rating, LightGoal goal) => goal switch
    {
        LightGoal.Expected => rating.Judged == RagStatus.Green,
        LightGoal.YearTarget => new PeriodTarget(rating.YearTarget.Comparison, rating.YearTarget.Number, Rational.Zero).IsMetBy(rating.Value!.Value),
    };
}
