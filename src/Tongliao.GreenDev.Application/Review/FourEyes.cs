using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>
/// 四眼原则: a value is typed, approved by its county and approved by the city by three different people. Told from its history,
/// since roles change: whoever ever typed or submitted it approves it never; whoever approved it since its last submission
/// approves it no second time.
/// </summary>
internal static class FourEyes
{
    /// <summary>Whether the person may approve all of these. One statement.</summary>
    /// <exception cref="RefusalException">Forbidden, naming those they had a hand in.</exception>
    public static async Task RequireAsync(WriteScope scope, IReadOnlyList<StepCandidate> candidates)
    {
        var ids = candidates.Select(candidate => candidate.Value.Id).ToList();
        var own = await scope.Db.Revisions
            .Where(done => ids.Contains(done.ValueId) && done.ById == scope.Actor.UserId)
            .Where(done => done.Kind == RevisionKind.Save || done.Kind == RevisionKind.Share || done.Kind == RevisionKind.Submit
                || (done.Kind == RevisionKind.Approve && !scope.Db.Revisions.Any(later =>
                    later.ValueId == done.ValueId && later.Kind == RevisionKind.Submit && later.Version > done.Version)))
            .Select(done => new { done.ValueId, done.Kind })
            .ToListAsync(scope.CancellationToken);
        if (own.Count == 0)
        {
            return;
        }

        var entered = Of(own.Where(done => done.Kind != RevisionKind.Approve).Select(done => done.ValueId));
        throw RefusalException.Forbidden(entered.Count > 0
            ? $"{StepChecks.Names(entered)}是您填报或上报过的，不能审核自己填报的数据，请由其他审核人审核。"
            : $"{StepChecks.Names(Of(own.Select(done => done.ValueId)))}已由您在上一级审核通过，同一数据不能由同一人审核两次，请由其他审核人审核。");

        List<StepCandidate> Of(IEnumerable<long> valueIds) =>
            [.. candidates.IntersectBy(valueIds, candidate => candidate.Value.Id).OrderBy(candidate => candidate.Indicator.Number)];
    }
}
