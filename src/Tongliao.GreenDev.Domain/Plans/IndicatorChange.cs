namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>What a decision changes in how an indicator is judged; what is null or not named stays as it is.</summary>
public sealed record IndicatorChange
{
    /// <summary>At most one a year.</summary>
    public IReadOnlyList<TargetChange> Targets { get; init; } = [];

    /// <summary>预警容差; what the number means stays.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>As <see cref="Indicator.ProgressCurve"/>.</summary>
    public IReadOnlyList<decimal>? ProgressCurve { get; init; }

    public CityScope? CityScope { get; init; }

    /// <summary>As <see cref="Indicator.RatesUncorrectedLoss"/>.</summary>
    public bool? RatesUncorrectedLoss { get; init; }

    /// <summary>Whether nothing is changed.</summary>
    public bool IsEmpty => Members.Count == 0;

    /// <summary>What it sets, for example <c>targets.2025.basis</c>.</summary>
    public IReadOnlyList<string> Members =>
    [
        .. Targets.SelectMany(MembersOf),
        .. Tolerance is null ? (string[])[] : ["tolerance"],
        .. ProgressCurve is null ? (string[])[] : ["progressCurve"],
        .. CityScope is null ? (string[])[] : ["cityScope"],
        .. RatesUncorrectedLoss is null ? (string[])[] : ["ratesUncorrectedLoss"],
    ];

    private static IEnumerable<string> MembersOf(TargetChange target) =>
        new (string Name, bool IsSet)[] { ("value", target.Value is not null), ("comparison", target.Comparison is not null), ("basis", target.Basis is not null) }
            .Where(member => member.IsSet).Select(member => $"targets.{target.Year}.{member.Name}");
}
