using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>
/// 四眼原则: a value is typed, approved by its county and approved by the city by three different people. Told from its history,
/// since roles change: whoever ever typed or submitted it, or gave evidence beside it, approves it never; whoever approved it since its last submission
/// approves it no second time.
/// </summary>
internal static class FourEyes
{
    /// <summary>Whether the person may approve all of these. One statement.</summary>
    /// <exception cref="RefusalException">Forbidden, naming those they had a hand in.</exception>
    public static async Task RequireAsync(WriteScope scope, IReadOnlyList<StepCandidate> candidates)
    {
        var (entered, approved) = await OwnAsync(scope, candidates);
        if (entered.Count > 0)
        {
            throw RefusalException.Forbidden($"{StepChecks.Names(entered)}是您填报、上报或佐证过的，不能审核自己填报的数据，请由其他审核人审核。");
        }

        if (approved.Count > 0)
        {
            throw RefusalException.Forbidden($"{StepChecks.Names(approved)}已由您在上一级审核通过，同一数据不能由同一人审核两次，请由其他审核人审核。");
        }
    }

    /// <summary>Those of them that the person may approve; the others are kept with the reason. One statement.</summary>
    public static async Task<IReadOnlyList<StepCandidate>> PossibleAsync(
        WriteScope scope, IReadOnlyList<StepCandidate> candidates, IDictionary<int, string> passedOver)
    {
        var (entered, approved) = await OwnAsync(scope, candidates);
        foreach (var candidate in approved)
        {
            passedOver[candidate.Indicator.Number] = "已由您在上一级审核通过，请由其他审核人审核";
        }

        foreach (var candidate in entered)
        {
            passedOver[candidate.Indicator.Number] = "是您填报、上报或佐证过的，请由其他审核人审核";
        }

        return [.. candidates.Except(entered).Except(approved)];
    }

    private static async Task<(IReadOnlyList<StepCandidate> Entered, IReadOnlyList<StepCandidate> Approved)> OwnAsync(
        WriteScope scope, IReadOnlyList<StepCandidate> candidates)
    {
        var ids = candidates.Select(candidate => candidate.Value.Id).ToList();
        var own = await scope.Db.Revisions
            .Where(done => ids.Contains(done.ValueId) && done.ById == scope.Actor.UserId)
            .Where(done => done.Kind == RevisionKind.Save || done.Kind == RevisionKind.Share || done.Kind == RevisionKind.Submit
                || (done.Kind == RevisionKind.Approve && !scope.Db.Revisions.Any(later =>
                    later.ValueId == done.ValueId && later.Kind == RevisionKind.Submit && later.Version > done.Version)))
            .Select(done => new { done.ValueId, IsApproval = done.Kind == RevisionKind.Approve })
            .Concat(scope.Db.EvidenceFiles
                .Where(file => ids.Contains(file.ValueId!.Value) && file.CorrectionId == null && file.Recorded.ById == scope.Actor.UserId)
                .Select(file => new { ValueId = file.ValueId!.Value, IsApproval = false }))
            .ToListAsync(scope.CancellationToken);
        return (
            Of(own.Where(done => !done.IsApproval).Select(done => done.ValueId)),
            Of(own.Where(done => done.IsApproval).Select(done => done.ValueId)));

        List<StepCandidate> Of(IEnumerable<long> valueIds) =>
            [.. candidates.IntersectBy(valueIds, candidate => candidate.Value.Id).OrderBy(candidate => candidate.Indicator.Number)];
    }
}
