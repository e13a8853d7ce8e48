namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Searches among counts of steps.</summary>
internal static class Steps
{
    /// <summary>The smallest count from 0 on for which something holds that, once it holds, keeps holding; null when it does not at the most.</summary>
    public static long? Smallest(long most, Func<long, bool> holds)
    {
        if (!holds(most))
        {
            return null;
        }

        var (low, high) = (0L, most);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (holds(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return high;
    }
}
