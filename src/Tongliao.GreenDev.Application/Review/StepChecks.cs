using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Whether a step may be applied to the chosen values now: all or nothing, or as far as it can be.</summary>
internal static class StepChecks
{
    /// <summary>The values to which it will be applied.</summary>
    /// <exception cref="RefusalException">
    /// Invalid: an approval without the version that was read. Conflict: a status or version does not allow it, or nothing is left to do.
    /// </exception>
    public static IReadOnlyList<StepCandidate> RequireAllowed(IReadOnlyList<StepCandidate> values, ApplyStep command, ReviewTier tier)
    {
        var candidates = command.IndicatorNumbers is null
            ? [.. values.Where(candidate => !ReviewSteps.IsBehind(candidate.Value.Status, command.Step, tier))]
            : values;
        if (command.Step == ReviewStep.Approve)
        {
            RefuseUnread(candidates, command, tier);
        }

        RefuseStale(values, command);

        // An empty value is told apart from a wrong status: the clerk has to fill it in, so the submission checks speak of it.
        var refused = candidates
            .Where(c => ReviewSteps.Next(c.Value.Status, command.Step, tier) is null
                && !(command.Step == ReviewStep.Submit && c.Value.Status == ValueStatus.Empty))
            .ToList();
        if (candidates.Count == 0 || refused.Count > 0)
        {
            throw NotAllowed(candidates.Count == 0 ? values : refused, command.Step);
        }

        return candidates;
    }

    /// <summary>What can be approved of a screen, at the versions that stood there; what cannot is kept with the reason.</summary>
    /// <exception cref="RefusalException">Invalid: the version of one was not read.</exception>
    public static IReadOnlyList<StepCandidate> Possible(
        IReadOnlyList<StepCandidate> values, ApplyStep command, ReviewTier tier, IDictionary<int, string> passedOver)
    {
        RefuseUnread(values, command, tier);
        var possible = new List<StepCandidate>();
        foreach (var candidate in values)
        {
            var (number, value) = (candidate.Indicator.Number, candidate.Value);
            if (command.Versions!.TryGetValue(number, out var seen) && seen != value.Version)
            {
                passedOver[number] = $"在您查看后又有变化，现为“{value.Status.Word()}”";
            }
            else if (ReviewSteps.Next(value.Status, command.Step, tier) is null)
            {
                passedOver[number] = $"当前状态为“{value.Status.Word()}”，不能{command.Step.Word()}";
            }
            else
            {
                possible.Add(candidate);
            }
        }

        return possible;
    }

    /// <summary>Nobody approves a figure they have not seen: each is named with the version that was read.</summary>
    private static void RefuseUnread(IReadOnlyList<StepCandidate> candidates, ApplyStep command, ReviewTier tier)
    {
        // Of all that wait, what cannot be approved anyway is told by its status.
        var unread = candidates
            .Where(c => command.Versions?.ContainsKey(c.Indicator.Number) != true
                && (command.IndicatorNumbers is not null || ReviewSteps.Next(c.Value.Status, command.Step, tier) is not null))
            .Select(c => c.Indicator.Number).ToList();
        if (unread.Count > 0 || command.Versions is null)
        {
            var which = unread.Count > 0 ? $"（缺第{string.Join('、', unread)}项）" : "";
            throw RefusalException.Invalid(
                RefusalCodes.VersionsRequired,
                $"审核通过须写明所看数据的版本{which}。请先读取数据，核对后在versions中逐项写明读到的version。",
                [.. unread.DefaultIfEmpty().Select(number => new FieldFault(
                    "versions", number == 0 ? "请逐项写明读到的版本。" : $"请写明第{number}项读到的版本，例如{{\"{number}\":2}}。"))]);
        }
    }

    private static void RefuseStale(IReadOnlyList<StepCandidate> values, ApplyStep command)
    {
        var moved = values
            .Where(c => command.Versions is not null
                && command.Versions.TryGetValue(c.Indicator.Number, out var seen) && seen != c.Value.Version)
            .ToList();
        if (moved.Count > 0)
        {
            throw RefusalException.Conflict(
                RefusalCodes.StaleVersion,
                $"{Names(moved)}的数据在您查看后又有变化，请核对最新数据后再{command.Step.Word()}。",
                moved.Select(State));
        }
    }

    private static RefusalException NotAllowed(IReadOnlyList<StepCandidate> refused, ReviewStep step) =>
        RefusalException.Conflict(
            RefusalCodes.WrongStatus,
            $"{Names(refused)}当前状态为“{string.Join('、', refused.Select(c => c.Value.Status.Word()).Distinct())}”，不能{step.Word()}。",
            refused.Select(State));

    internal static object State(StepCandidate candidate) =>
        new { indicator = candidate.Indicator.Number, status = candidate.Value.Status, version = candidate.Value.Version };

    /// <summary>For example 第2项、第5项、第7项等4项.</summary>
    public static string Names(IReadOnlyList<StepCandidate> candidates)
    {
        var first = string.Join('、', candidates.Take(3).Select(c => $"第{c.Indicator.Number}项"));
        return candidates.Count <= 3 ? first : $"{first}等{candidates.Count}项";
    }
}
