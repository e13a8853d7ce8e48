using System.Globalization;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A numbered rule by which values are checked (校核规则), in one of its versions. Rows are only ever added; the last version holds.</summary>
public sealed class CheckRule
{
    public int Id { get; private init; }

    /// <summary>For people: 校核01.</summary>
    public required int Number { get; init; }

    /// <summary>From 1 in the order of recording.</summary>
    public required int Version { get; init; }

    /// <summary><see cref="CheckCode.Name"/>.</summary>
    public required string Code { get; init; }

    /// <summary>A few words.</summary>
    public required string Title { get; init; }

    /// <summary>Chinese: when it is raised, as an official reads it.</summary>
    public required string Wording { get; init; }

    /// <summary>依据: the clause or definition it rests on.</summary>
    public required string Basis { get; init; }

    public required FindingSeverity Severity { get; init; }

    public required IReadOnlyList<CheckParameter> Parameters { get; init; }

    /// <summary>What the bureau has set; what is not in it has its default.</summary>
    public required IReadOnlyList<CheckSetting> Settings { get; init; }

    /// <summary>Why this version came.</summary>
    public required string Reason { get; init; }

    public required Recording Recorded { get; init; }

    /// <summary>For example 校核01.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"校核{Number:00}");

    /// <exception cref="InvalidOperationException">The rule has no such parameter.</exception>
    public CheckParameter Parameter(string key) => Parameters.FirstOrDefault(parameter => parameter.Key == key)
        ?? throw new InvalidOperationException($"Rule {Code} has no parameter {key}.");

    /// <summary>What holds wherever nothing is set for one field.</summary>
    public decimal ValueOf(string parameter) =>
        Settings.FirstOrDefault(setting => setting.Parameter == parameter && setting.Field is null)?.Value ?? Parameter(parameter).Default;

    /// <summary>What is to be stored of what is to hold: not what is the default anyway.</summary>
    public IReadOnlyList<CheckSetting> Settled(IEnumerable<CheckSetting> settings) =>
        [.. settings.Where(setting => setting.Field is not null || setting.Value != Parameter(setting.Parameter).Default)];

    /// <summary>What is set for single fields.</summary>
    public IEnumerable<CheckSetting> OfFields(string parameter) => Settings.Where(setting => setting.Parameter == parameter && setting.Field is not null);

    /// <summary>
    /// The next version, with the texts and parameters of a later release and what the bureau has set, as far as it may still be set so;
    /// null where the release changes nothing.
    /// </summary>
    public CheckRule? As(CheckRule delivered)
    {
        var settings = Settings.Where(setting => delivered.Parameters.Any(parameter => parameter.Key == setting.Parameter && parameter.Allows(setting.Value))).ToList();
        return SaysTheSame(delivered) && settings.Count == Settings.Count ? null : delivered.Next(Version, settings, delivered.Reason, delivered.Recorded);
    }

    /// <summary>The next version, as the bureau sets it.</summary>
    public CheckRule With(IReadOnlyList<CheckSetting> settings, string reason, Recording recorded) => Next(Version, settings, reason, recorded);

    private bool SaysTheSame(CheckRule other) =>
        (Number, Title, Wording, Basis, Severity) == (other.Number, other.Title, other.Wording, other.Basis, other.Severity)
        && Parameters.SequenceEqual(other.Parameters);

    private CheckRule Next(int version, IReadOnlyList<CheckSetting> settings, string reason, Recording recorded) => new()
    {
        Number = Number,
        Version = version + 1,
        Code = Code,
        Title = Title,
        Wording = Wording,
        Basis = Basis,
        Severity = Severity,
        Parameters = Parameters,
        Settings = settings,
        Reason = reason,
        Recorded = recorded,
    };
}
