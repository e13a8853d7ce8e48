namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>The one table of allowed steps.</summary>
public static class ReportStep
{
    /// <summary>The status after a step, or null when it is not allowed from here.</summary>
    public static SubmissionStatus? Next(SubmissionStatus status, ReportAction action, ReviewTier tier) => (action, tier, status) switch
    {
        (ReportAction.Submit, ReviewTier.Clerk, SubmissionStatus.Draft or SubmissionStatus.Returned) => SubmissionStatus.CountyReview,
        (ReportAction.Approve, ReviewTier.County, SubmissionStatus.CountyReview) => SubmissionStatus.CityReview,
        (ReportAction.Approve, ReviewTier.City, SubmissionStatus.CityReview) => SubmissionStatus.Accepted,
        (ReportAction.Return, ReviewTier.County, SubmissionStatus.CountyReview) => SubmissionStatus.Returned,
        (ReportAction.Return, ReviewTier.City, SubmissionStatus.CityReview) => SubmissionStatus.Returned,
        (ReportAction.Reopen, ReviewTier.City, SubmissionStatus.Accepted) => SubmissionStatus.Returned,
        _ => null,
    };

    /// <summary>Whether a value has left this step behind, so that a step taken “for all” passes over it.</summary>
    public static bool IsBehind(SubmissionStatus status, ReportAction action, ReviewTier tier) => action switch
    {
        ReportAction.Submit => status.Stage() >= SubmissionStatus.CountyReview.Stage(),
        ReportAction.Approve => status.Stage() > (tier == ReviewTier.City ? SubmissionStatus.CityReview : SubmissionStatus.CountyReview).Stage(),
        ReportAction.Return => status == SubmissionStatus.Returned,
        ReportAction.Reopen => status == SubmissionStatus.Returned,
    };

    public static string Word(this ReportAction action) => action switch
    {
        ReportAction.Submit => "上报",
        ReportAction.Approve => "审核通过",
        ReportAction.Return => "退回",
        ReportAction.Reopen => "重新打开",
    };
}
