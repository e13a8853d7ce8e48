using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Whether submitted values may be withdrawn (撤回): only while no reviewer has opened or decided on them.</summary>
internal static class WithdrawalChecks
{
    /// <summary>Those that may. Of values that were named all have to; asked for all, what was opened stays where it is.</summary>
    /// <exception cref="RefusalException">Conflict, saying who opened which and when.</exception>
    public static async Task<IReadOnlyList<StepCandidate>> RequireUnopenedAsync(
        WriteScope scope, OfficeClock clock, IReadOnlyList<StepCandidate> candidates, bool areNamed)
    {
        var ids = candidates.Select(candidate => candidate.Value.Id).ToList();
        var seen = (await (
            from value in scope.Db.Values
            where ids.Contains(value.Id)
            join revision in scope.Db.Revisions on new { ValueId = value.Id, value.Version } equals new { revision.ValueId, revision.Version }
            from opening in scope.Db.Openings.Where(opening => opening.ValueId == value.Id && opening.Version == value.Version).DefaultIfEmpty()
            where opening != null || revision.Kind != RevisionKind.Submit
            select new { value.Id, By = opening == null ? revision.ByName : opening.ByName, At = opening == null ? revision.At : opening.At })
            .ToListAsync(scope.CancellationToken)).ToDictionary(row => row.Id);
        var unopened = candidates.Where(candidate => !seen.ContainsKey(candidate.Value.Id)).ToList();
        if (unopened.Count == candidates.Count || (!areNamed && unopened.Count > 0))
        {
            return unopened;
        }

        var first = candidates.First(candidate => seen.ContainsKey(candidate.Value.Id));
        var by = seen[first.Value.Id];
        throw RefusalException.Conflict(
            RefusalCodes.AlreadyOpened,
            $"第{first.Indicator.Number}项已由{by.By}于{clock.Minute(by.At)}打开审核，不能撤回；需要修改时请联系审核人退回。",
            candidates.Where(candidate => seen.ContainsKey(candidate.Value.Id)).Select(StepChecks.State));
    }
}
