using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>How many indicators of one unit or the city stand in each state in one quarter.</summary>
public sealed class QuarterLights
{
    private readonly Dictionary<RagStatus, int> counts;

    /// <param name="quarter">When.</param>
    /// <param name="states">One an indicator.</param>
    public QuarterLights(Quarter quarter, IEnumerable<RagStatus> states)
    {
        Quarter = quarter;
        counts = states.CountBy(state => state).ToDictionary();
    }

    public Quarter Quarter { get; }

    /// <summary>Whether anything was judged.</summary>
    public bool HasLights => counts.Keys.Any(state => state.IsJudged());

    /// <summary>未判定: neither with a light nor accepted as it is (认可偏差).</summary>
    public int WithoutLight => counts.Where(count => !count.Key.IsJudged()).Sum(count => count.Value);

    public int Of(RagStatus state) => counts.GetValueOrDefault(state);
}
