using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>One reason why a unit's report is not complete at the city.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Indicators">序号 of the values, ascending; empty where it is about the whole report.</param>
/// <param name="Since">Since when; of a report that nobody looks at, the last sign-in of those who may type, null for none ever.</param>
public sealed record Holdup(HoldupKind Kind, IReadOnlyList<int> Indicators, DateTimeOffset? Since)
{
    /// <summary>All reasons, the gravest first; none for a report that has reached the city.</summary>
    /// <param name="values">Every value of the report.</param>
    /// <param name="openedAt">When the period was opened.</param>
    /// <param name="clerks">Last sign-in of each account that may type for the unit; null for one that never did.</param>
    public static IReadOnlyList<Holdup> Of(
        IReadOnlyCollection<HeldValue> values, DateTimeOffset openedAt, IReadOnlyCollection<DateTimeOffset?> clerks)
    {
        if (values.All(value => value.Status.HasReachedCity()))
        {
            return [];
        }

        var holdups = new List<Holdup>();
        if (values.Any(value => value.Status.IsWithClerk()))
        {
            // Who has signed in earlier may have stayed signed in; a saved value tells that somebody is at work.
            var isTyped = values.Any(value => value.ChangedAt is not null);
            var seen = clerks.Max();
            if (clerks.Count == 0)
            {
                holdups.Add(new Holdup(HoldupKind.NoClerk, [], null));
            }
            else if (!isTyped)
            {
                holdups.Add(new Holdup(seen is null || seen < openedAt ? HoldupKind.NotSignedIn : HoldupKind.NothingTyped, [], seen));
            }

            if (isTyped)
            {
                Add(HoldupKind.Empty, ValueStatus.Empty);
                Add(HoldupKind.Draft, ValueStatus.Draft);
                Add(HoldupKind.Returned, ValueStatus.Returned);
            }
        }

        Add(HoldupKind.CountyReview, ValueStatus.CountyReview);
        return holdups;

        void Add(HoldupKind kind, ValueStatus status)
        {
            var held = values.Where(value => value.Status == status).ToList();
            if (held.Count > 0)
            {
                holdups.Add(new Holdup(kind, [.. held.Select(value => value.Indicator).Order()], held.Min(value => value.ChangedAt)));
            }
        }
    }
}
