using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Counts the connected circuits of each person.</summary>
public sealed class CircuitSlots(IOptions<CircuitsOptions> options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> byUser = new(StringComparer.Ordinal);

    /// <summary>Takes a slot, or answers false when the person has none left.</summary>
    public bool TryTake(string user)
    {
        lock (gate)
        {
            var taken = byUser.GetValueOrDefault(user);
            if (taken >= options.Value.MaxPerUser)
            {
                return false;
            }

            byUser[user] = taken + 1;
            return true;
        }
    }

    /// <summary>Takes a slot for a circuit that was let in before and comes back after a lost connection.</summary>
    public void TakeBack(string user)
    {
        lock (gate)
        {
            byUser[user] = byUser.GetValueOrDefault(user) + 1;
        }
    }

    public void Release(string user)
    {
        lock (gate)
        {
            var left = byUser.GetValueOrDefault(user) - 1;
            if (left > 0)
            {
                byUser[user] = left;
            }
            else
            {
                byUser.Remove(user);
            }
        }
    }
}
