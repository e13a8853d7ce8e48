using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// The least additional work with which a light's goal is met, and by whom. A step of work costs the same everywhere, so the least is made of the
/// steps that move the value most; of the ways with that total the one of the fewest units is taken, of those the first in official order.
/// </summary>
internal sealed class CheapestWay
{
    private readonly Lever lever;
    private readonly Quarter quarter;
    private readonly RatedCase rated;
    private readonly Func<RatedCase, bool> isMet;
    private readonly List<Mover> movers;

    private CheapestWay(Lever lever, Indicator indicator, Quarter quarter, RatedCase rated, Func<RatedCase, bool> isMet)
    {
        (this.lever, this.quarter, this.rated, this.isMet) = (lever, quarter, rated, isMet);
        var now = rated.Rate(indicator, quarter).Value!.Value;
        movers =
        [
            .. from unit in rated.Units
               let room = lever.RoomOf(unit, quarter)
               where room > 0
               let after = After([new(unit, 1)]).Rate(indicator, quarter).Value!.Value
               where after != now
               select new Mover(unit, room, Rational.Abs(after - now)),
        ];
    }

    /// <summary>The shares of the work in official order, in steps of the lever; null when no work that can be reported meets the goal.</summary>
    /// <param name="lever">What moves.</param>
    /// <param name="indicator">What is judged.</param>
    /// <param name="quarter">When.</param>
    /// <param name="rated">Whose light; it has a value.</param>
    /// <param name="isMet">Whether the goal is met. More work never makes it unmet.</param>
    public static IReadOnlyList<KeyValuePair<UnitCase, long>>? Of(
        Lever lever, Indicator indicator, Quarter quarter, RatedCase rated, Func<RatedCase, bool> isMet) =>
        new CheapestWay(lever, indicator, quarter, rated, isMet).Shares();

    private List<KeyValuePair<UnitCase, long>>? Shares()
    {
        if (Steps.Smallest(RoomOf(movers), steps => IsMetBy(movers, steps)) is not { } total)
        {
            return null;
        }

        var usable = Usable(total);
        var size = 0;
        List<Mover>? chosen;
        while ((chosen = Choose([], usable, size, total)) is null)
        {
            size++;
        }

        var shares = Fill(chosen, total).ToDictionary();
        return [.. rated.Units.Where(shares.ContainsKey).Select(unit => KeyValuePair.Create(unit, shares[unit]))];
    }

    /// <summary>
    /// Those that can have a share in the least total, with no more room than can be used of them: where steps move the value by different
    /// amounts, hardly any but the most effective ones can. Without it the choice would have to try every subset.
    /// </summary>
    private List<Mover> Usable(long total)
    {
        var least = Fill(movers, total).ToDictionary();
        return
        [
            .. from mover in movers
               let own = least.GetValueOrDefault(mover.Unit)
               let others = movers.Where(other => other != mover).ToList()
               let more = Steps.Smallest(
                   Math.Min(mover.Room, total) - own,
                   steps => own + steps >= Math.Min(mover.Room, total)
                       || !isMet(After([new(mover.Unit, own + steps + 1), .. Fill(others, total - own - steps - 1)])))
               where own + more > 0
               select mover with { Room = own + more!.Value },
        ];
    }

    /// <summary>The first choice of so many units that can do the work; whole branches in which nobody can are not entered.</summary>
    private List<Mover>? Choose(List<Mover> chosen, List<Mover> rest, int size, long total)
    {
        var left = size - chosen.Count;
        List<Mover> open = left == 0 ? chosen : [.. chosen, .. rest];
        if (RoomOf(chosen) + RoomOf(rest.OrderByDescending(mover => mover.Room).Take(left)) < total || !IsMetBy(open, total))
        {
            return null;
        }

        return left == 0 ? chosen
            : rest.Count == 0 ? null
            : Choose([.. chosen, rest[0]], rest[1..], size, total) ?? Choose(chosen, rest[1..], size, total);
    }

    private bool IsMetBy(IEnumerable<Mover> by, long total) => isMet(After(Fill(by, total)));

    private static long RoomOf(IEnumerable<Mover> of) => of.Sum(mover => mover.Room);

    /// <summary>The most effective first; the order of equals is kept.</summary>
    private static List<KeyValuePair<UnitCase, long>> Fill(IEnumerable<Mover> by, long total)
    {
        var shares = new List<KeyValuePair<UnitCase, long>>();
        foreach (var mover in by.OrderByDescending(mover => mover.Effect).TakeWhile(_ => total > 0))
        {
            var share = Math.Min(mover.Room, total);
            shares.Add(new(mover.Unit, share));
            total -= share;
        }

        return shares;
    }

    private RatedCase After(List<KeyValuePair<UnitCase, long>> work)
    {
        var shares = work.ToDictionary();
        return rated.With([.. rated.Units.Select(unit => shares.TryGetValue(unit, out var steps) ? lever.Moved(unit, quarter, steps) : unit)]);
    }

    private sealed record Mover(UnitCase Unit, long Room, Rational Effect);
}
