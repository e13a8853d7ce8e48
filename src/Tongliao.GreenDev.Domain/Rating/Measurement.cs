using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>A value as measured, or why there is none. Made only by its factories.</summary>
public sealed record Measurement
{
    private Measurement(RagStatus? obstacle, Rational? value, string reason)
    {
        Obstacle = obstacle;
        Value = value;
        Reason = reason;
    }

    /// <summary>NotReported, NotApplicable, MissingBaseline or Incomplete; null when the value is whole.</summary>
    public RagStatus? Obstacle { get; }

    /// <summary>The exact value; with an obstacle only the partial one of the city.</summary>
    public Rational? Value { get; }

    /// <summary>Chinese words for the obstacle; empty without one.</summary>
    public string Reason { get; }

    private string? ReasonWithoutNames { get; init; }

    /// <summary>How many units' numbers went into the value.</summary>
    public int Contributors { get; init; }

    /// <summary>漏损率 before correction (综合漏损率).</summary>
    public Rational? Uncorrected { get; init; }

    /// <summary>Of a sum: what was completed since 1 January.</summary>
    public Rational? YearToDate { get; init; }

    /// <summary>Of a cumulative sum: what stood at the start of the year, baseline included.</summary>
    public Rational? AtYearStart { get; init; }

    /// <summary>A cumulative sum was made with 0 for a baseline nobody entered.</summary>
    public bool BaselineAssumedZero { get; init; }

    public static Measurement Of(Rational value) => new(null, value, "");

    public static Measurement NotReported { get; } = new(RagStatus.NotReported, null, "本期尚未上报");

    public static Measurement NotApplicable(string reason) => new(RagStatus.NotApplicable, null, reason);

    /// <param name="what">For example 缺2024年末数.</param>
    /// <param name="units">Short names of those that lack it.</param>
    public static Measurement MissingBaseline(string what, IReadOnlyCollection<string> units) =>
        new(RagStatus.MissingBaseline, null, $"{what}：{string.Join('、', units)}")
        {
            ReasonWithoutNames = string.Create(CultureInfo.InvariantCulture, $"{what}：{units.Count}个单位"),
        };

    public static Measurement Incomplete(Rational? partial, string reason) => new(RagStatus.Incomplete, partial, reason);

    /// <summary>Says how many lack something instead of who.</summary>
    internal Measurement WithoutNames() => ReasonWithoutNames is { } reason ? new(Obstacle, Value, reason) : this;

    /// <summary>The obstacle alone, without any number.</summary>
    internal Measurement WithoutNumbers() => new(Obstacle, null, Reason);
}
