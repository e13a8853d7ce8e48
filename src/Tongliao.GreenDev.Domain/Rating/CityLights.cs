using System.Globalization;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>How many of the city's indicators stand in each light, and how that compares with the quarter before.</summary>
public sealed class CityLights
{
    private readonly Dictionary<RagStatus, int> counts;
    private readonly Dictionary<RagStatus, int> before;
    private readonly bool isComplete;

    /// <param name="states">The city's states, one an indicator.</param>
    /// <param name="before">Those of the quarter before; none when the plan had not begun.</param>
    /// <param name="isComplete">Whether all is reported; an unfinished quarter is compared with nothing.</param>
    public CityLights(IEnumerable<RagStatus> states, IEnumerable<RagStatus> before, bool isComplete)
    {
        counts = states.CountBy(state => state).ToDictionary();
        this.before = before.CountBy(state => state).ToDictionary();
        this.isComplete = isComplete;
    }

    /// <summary>未判定: without a light.</summary>
    public int WithoutLight => counts.Where(count => !count.Key.IsLight()).Sum(count => count.Value);

    public int Of(RagStatus state) => counts.GetValueOrDefault(state);

    /// <summary>For example 较上季 +2; null while the quarter is unfinished.</summary>
    public string? ChangeOf(RagStatus state)
    {
        if (!isComplete)
        {
            return null;
        }

        if (!before.Keys.Any(state => state.IsLight()))
        {
            return "上季无数据";
        }

        var change = Of(state) - before.GetValueOrDefault(state);
        return change switch
        {
            > 0 => string.Create(CultureInfo.InvariantCulture, $"较上季 +{change}"),
            < 0 => string.Create(CultureInfo.InvariantCulture, $"较上季 −{-change}"),
            _ => "较上季持平",
        };
    }
}
