using System.Globalization;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>The lights of one unit or the city in a quarter, and how they compare with those before (灯色走势).</summary>
public sealed class LightTrend
{
    private readonly QuarterLights now;
    private readonly QuarterLights? before;

    /// <param name="quarters">In order; the last is the one shown.</param>
    /// <param name="isComplete">Whether all is reported; an unfinished quarter is compared with nothing.</param>
    public LightTrend(IReadOnlyList<QuarterLights> quarters, bool isComplete)
    {
        Quarters = quarters;
        IsComplete = isComplete;
        now = quarters[^1];
        before = quarters.FirstOrDefault(lights => lights.Quarter == now.Quarter.Previous) is { HasLights: true } judged ? judged : null;
    }

    /// <summary>Those before and, as the last, the one shown; those in which nothing was judged too.</summary>
    public IReadOnlyList<QuarterLights> Quarters { get; }

    public bool IsComplete { get; }

    /// <inheritdoc cref="QuarterLights.WithoutLight"/>
    public int WithoutLight => now.WithoutLight;

    public int Of(RagStatus state) => now.Of(state);

    /// <summary>For example 较上季 +2; of an unfinished quarter what it was before, for example 上季 9, for the reader to compare when it is finished.</summary>
    public string ChangeOf(RagStatus state) => (before, IsComplete) switch
    {
        (null, _) => "上季无数据",
        (_, false) => string.Create(CultureInfo.InvariantCulture, $"上季 {before.Of(state)}"),
        _ => (Of(state) - before.Of(state)) switch
        {
            0 => "较上季持平",
            > 0 and var more => string.Create(CultureInfo.InvariantCulture, $"较上季 +{more}"),
            var less => string.Create(CultureInfo.InvariantCulture, $"较上季 −{-less}"),
        },
    };
}
