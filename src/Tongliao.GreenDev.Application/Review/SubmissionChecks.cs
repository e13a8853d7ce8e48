using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Whether values are fit to be submitted: complete, right, and explained where there is a warning.</summary>
internal static class SubmissionChecks
{
    /// <exception cref="RefusalException">Invalid, with a fault for each field or missing explanation.</exception>
    public static async Task RequireSubmittableAsync(
        GreenDevDbContext db,
        ReferenceData reference,
        ReportingUnit unit,
        Quarter quarter,
        IReadOnlyList<StepCandidate> candidates,
        CancellationToken cancellationToken)
    {
        var table = await FigureTable.ReadAsync(
            db, reference.Facts, FigureTable.QuartersForChecks(reference.Facts.Plan, quarter), FigureBasis.Entered, unit.Id, indicatorId: null, cancellationToken);
        var asksForEvidence = reference.Facts.Checks.Limits.AsksForEvidence;
        var supported = asksForEvidence ? await StandingEvidence.ValuesAsync(db, candidates.Select(c => c.Value), cancellationToken) : [];
        var faults = candidates
            .SelectMany(c => FindingList.Of(
                    quarter, c.Value.ToFigure(), c.Value.Statement.Explanations, Context(c))
                .Where(finding => finding.BlocksSubmission)
                .Select(finding => new FieldFault($"indicators[{c.Indicator.Number}].{finding.Field}", $"第{c.Indicator.Number}项 {c.Indicator.ShortName}：{finding.Message}")))
            .Concat(WholeReport())
            .ToList();
        if (faults.Count > 0)
        {
            throw RefusalException.Invalid(RefusalCodes.NotSubmittable, $"还有{faults.Count}处需要处理，整份未上报。{faults[0].Message}", faults);
        }

        // Part of a report that was carried over goes nowhere either before the whole is explained.
        IEnumerable<FieldFault> WholeReport() =>
            CarriedOver.Of(quarter, table.SheetOf(reference, unit, quarter)) is { IsOpen: true, AskedAt: var asked }
            && candidates.Any(c => c.Indicator.IsYearToDate) && candidates.All(c => c.Indicator.Number != asked)
                ? [new FieldFault($"indicators[{asked}].note", $"第{asked}项 {reference.Facts.Indicator(asked).ShortName}：整份报表与上季度完全相同，请先在本项填写一次说明，再上报其他项。")]
                : [];

        CheckContext Context(StepCandidate candidate) =>
            table.CheckContextOf(reference, unit, reference.Facts.Indicator(candidate.Indicator.Number), quarter) with
            {
                LacksEvidence = asksForEvidence && !supported.Contains(candidate.Value.Id),
            };
    }
}
