using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>Which reported figures count (口径).</summary>
public enum FigureBasis
{
    /// <summary>按上报数: what has left the county, approved or not.</summary>
    Submitted,

    /// <summary>按审核通过数.</summary>
    Approved,

    /// <summary>Whatever is typed, for the unit's own screen.</summary>
    Entered,
}

/// <summary>Words and statuses of a basis.</summary>
public static class FigureBases
{
    public static string Word(this FigureBasis basis) => basis switch
    {
        FigureBasis.Submitted => "按上报数（含未审核）",
        FigureBasis.Approved => "按审核通过数",
        FigureBasis.Entered => "按填写数",
    };

    public static IReadOnlyList<SubmissionStatus> Statuses(this FigureBasis basis) => basis switch
    {
        FigureBasis.Submitted => [SubmissionStatus.CityReview, SubmissionStatus.Accepted],
        FigureBasis.Approved => [SubmissionStatus.Accepted],
        FigureBasis.Entered =>
        [
            SubmissionStatus.Draft, SubmissionStatus.CountyReview, SubmissionStatus.CityReview, SubmissionStatus.Returned, SubmissionStatus.Accepted,
        ],
    };
}
