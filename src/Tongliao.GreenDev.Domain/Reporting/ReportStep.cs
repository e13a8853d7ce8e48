namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>The one table of allowed steps.</summary>
public static class ReportStep
{
    /// <summary>The status after a step, or null when it is not allowed from here.</summary>
    public static ValueStatus? Next(ValueStatus status, ReportAction action, ReviewTier tier) => (action, tier, status) switch
    {
        (ReportAction.Submit, ReviewTier.Clerk, ValueStatus.Draft or ValueStatus.Returned) => ValueStatus.CountyReview,
        (ReportAction.Approve, ReviewTier.County, ValueStatus.CountyReview) => ValueStatus.CityReview,
        (ReportAction.Approve, ReviewTier.City, ValueStatus.CityReview) => ValueStatus.Accepted,
        (ReportAction.Return, ReviewTier.County, ValueStatus.CountyReview) => ValueStatus.Returned,
        (ReportAction.Return, ReviewTier.City, ValueStatus.CityReview) => ValueStatus.Returned,
        (ReportAction.Reopen, ReviewTier.City, ValueStatus.Accepted) => ValueStatus.Returned,
        _ => null,
    };

    /// <summary>Whether a value has left this step behind, so that a step taken “for all” passes over it.</summary>
    public static bool IsBehind(ValueStatus status, ReportAction action, ReviewTier tier) => action switch
    {
        ReportAction.Submit => status.Stage() >= ValueStatus.CountyReview.Stage(),
        ReportAction.Approve => status.Stage() > (tier == ReviewTier.City ? ValueStatus.CityReview : ValueStatus.CountyReview).Stage(),
        ReportAction.Return => status == ValueStatus.Returned,
        ReportAction.Reopen => status == ValueStatus.Returned,
    };

    public static string Word(this ReportAction action) => action switch
    {
        ReportAction.Submit => "上报",
        ReportAction.Approve => "审核通过",
        ReportAction.Return => "退回",
        ReportAction.Reopen => "重新打开",
    };
}
