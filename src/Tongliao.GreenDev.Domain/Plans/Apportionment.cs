using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>分解建议: a whole divided by weights, in numbers as they are typed, so that the parts add up to it exactly.</summary>
public static class Apportionment
{
    /// <summary>
    /// Divides by the largest remainder: each part is what is due to it, rounded down, and the steps that are left go to those that lost
    /// most by it; of equal ones to the first.
    /// </summary>
    /// <param name="whole">What is divided, not negative.</param>
    /// <param name="weights">One for each part, none negative.</param>
    /// <param name="decimals">Decimals of the parts, 0–4. The whole must have no more.</param>
    /// <returns>The parts in the order of the weights; null where all weights are 0, so that nothing says who is due what.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Something is negative, or the whole has more decimals.</exception>
    public static IReadOnlyList<decimal>? Of(decimal whole, IReadOnlyList<decimal> weights, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        ArgumentOutOfRangeException.ThrowIfNotEqual(decimal.Round(whole, decimals), whole);
        if (weights.Any(weight => weight < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(weights), "No weight is negative.");
        }

        var sum = weights.Sum();
        if (sum == 0)
        {
            return null;
        }

        var step = 1m / (decimal)Math.Pow(10, decimals);
        var due = weights.Select(weight => (Rational)whole * weight / sum).ToList();
        var parts = due.ConvertAll(part => Floor(part, decimals, step));
        var left = (int)((whole - parts.Sum()) / step);
        foreach (var index in Enumerable.Range(0, parts.Count).OrderByDescending(index => due[index] - parts[index]).Take(left))
        {
            parts[index] += step;
        }

        return parts;
    }

    private static decimal Floor(Rational value, int decimals, decimal step)
    {
        var rounded = value.Round(decimals);
        return rounded > value ? rounded - step : rounded;
    }
}
