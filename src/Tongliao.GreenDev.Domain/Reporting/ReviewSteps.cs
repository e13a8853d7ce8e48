namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>The one table of allowed steps, and the one place that names them.</summary>
public static class ReviewSteps
{
    /// <summary>The status after a step, or null when it is not allowed from here.</summary>
    /// <param name="status">Where the value stands.</param>
    /// <param name="step">What is asked for.</param>
    /// <param name="tier">By whom.</param>
    /// <param name="hasCountyReview">Whether the unit's values are reviewed by its county at all; where not, a submission goes straight to the city.</param>
    public static ValueStatus? Next(ValueStatus status, ReviewStep step, ReviewTier tier, bool hasCountyReview = true) => (step, tier, status) switch
    {
        (ReviewStep.Submit, ReviewTier.Clerk, ValueStatus.Draft or ValueStatus.Returned) =>
            hasCountyReview ? ValueStatus.CountyReview : ValueStatus.CityReview,

        // What the county has approved was opened by it; whether anybody opened the value is asked besides.
        (ReviewStep.Withdraw, ReviewTier.Clerk, ValueStatus.CountyReview or ValueStatus.CityReview) => ValueStatus.Draft,
        (ReviewStep.Approve, ReviewTier.County, ValueStatus.CountyReview) => ValueStatus.CityReview,
        (ReviewStep.Approve, ReviewTier.City, ValueStatus.CityReview) => ValueStatus.Accepted,
        (ReviewStep.Return, ReviewTier.County, ValueStatus.CountyReview) => ValueStatus.Returned,
        (ReviewStep.Return, ReviewTier.City, ValueStatus.CityReview) => ValueStatus.Returned,
        (ReviewStep.Reopen, ReviewTier.City, ValueStatus.Accepted) => ValueStatus.Returned,
        _ => null,
    };

    /// <summary>Whether a value has left this step behind, so that a step taken “for all” passes over it.</summary>
    public static bool IsBehind(ValueStatus status, ReviewStep step, ReviewTier tier) => step switch
    {
        ReviewStep.Submit => status.Stage() >= ValueStatus.CountyReview.Stage(),
        ReviewStep.Approve => status.Stage() > (tier == ReviewTier.City ? ValueStatus.CityReview : ValueStatus.CountyReview).Stage(),
        ReviewStep.Return => status == ValueStatus.Returned,
        ReviewStep.Reopen => status == ValueStatus.Returned,
        ReviewStep.Withdraw => status.IsWithClerk() || status == ValueStatus.Accepted,
    };

    public static string Word(this ReviewStep step) => step switch
    {
        ReviewStep.Submit => "上报",
        ReviewStep.Approve => "审核通过",
        ReviewStep.Return => "退回",
        ReviewStep.Reopen => "重新打开",
        ReviewStep.Withdraw => "撤回",
    };
}
