using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Review;

/// <summary>Which marks a value bears, and how they are said.</summary>
public static class ReviewMarks
{
    /// <summary>How long after a reviewer first had it before them it still counts as new to the same reviewer, who may have turned the page.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private static readonly ReviewMark[] Odd = [ReviewMark.Red, ReviewMark.Query, ReviewMark.Worse, ReviewMark.Again, ReviewMark.Heavy];

    public static IReadOnlyList<ReviewMark> All { get; } = Enum.GetValues<ReviewMark>();

    /// <summary>In the order in which they are said.</summary>
    /// <param name="entry">The value.</param>
    /// <param name="isHeavy">The unit weighs unusually much in the city's figure.</param>
    /// <param name="isActedFor">Another department leads it.</param>
    /// <param name="readerId">Who looks.</param>
    /// <param name="now">When.</param>
    public static IReadOnlyList<ReviewMark> Of(ReportEntry entry, bool isHeavy, bool isActedFor, Guid readerId, DateTimeOffset now)
    {
        var marks = new List<ReviewMark>();
        Add(ReviewMark.New, entry.Trail.Opening is not { } opening || (opening.ById == readerId && now - opening.At < Fresh));
        Add(ReviewMark.Red, entry.Rating.State == RagStatus.Red);
        Add(ReviewMark.Query, Queries(entry).Any());
        Add(ReviewMark.Worse, IsWorse(entry.Rating));
        Add(ReviewMark.Again, entry.Trail.Returned is not null);
        Add(ReviewMark.Heavy, isHeavy);
        Add(ReviewMark.ActedFor, isActedFor);
        Add(ReviewMark.Clear, entry.Rating.State != RagStatus.Amber && !marks.Intersect(Odd).Any());
        return marks;

        void Add(ReviewMark mark, bool holds)
        {
            if (holds)
            {
                marks.Add(mark);
            }
        }
    }

    /// <summary>What was asked about the numbers; that a red asks for its measures is said by the light.</summary>
    public static IEnumerable<EntryFinding> Queries(ReportEntry entry) =>
        entry.Findings.Where(finding => finding.Severity == FindingSeverity.Warning && finding.Code != CheckCode.NoRemedy.Name);

    public static string Word(this ReviewMark mark) => mark switch
    {
        ReviewMark.New => "新到",
        ReviewMark.Red => "滞后",
        ReviewMark.Query => "需核对",
        ReviewMark.Worse => "较上季变差",
        ReviewMark.Again => "退回后再报",
        ReviewMark.Heavy => "占比偏大",
        ReviewMark.ActedFor => "代审",
        ReviewMark.Clear => "无异常",
    };

    /// <summary>The class of a badge.</summary>
    public static string Colour(this ReviewMark mark) => mark switch
    {
        ReviewMark.Red => "is-red",
        ReviewMark.Query or ReviewMark.Worse or ReviewMark.Heavy or ReviewMark.Again => "is-amber",
        ReviewMark.Clear => "is-green",
        ReviewMark.New or ReviewMark.ActedFor => "is-grey",
    };

    private static bool IsWorse(IndicatorRating rating) => rating.ChangeOnQuarter is { } change
        && (rating.YearTarget.Comparison == Comparison.AtMost ? change.Sign > 0 : change.Sign < 0);
}
