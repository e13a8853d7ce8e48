using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>An indicator of the annex with its targets and how it is measured and judged.</summary>
internal sealed record IndicatorAnswer
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required int Task { get; init; }

    public required string TaskPhrase { get; init; }

    public required string Lead { get; init; }

    public required IReadOnlyList<string> Cooperating { get; init; }

    public required string Unit { get; init; }

    public required MeasureKind Kind { get; init; }

    public required int DisplayDecimals { get; init; }

    public required IReadOnlyList<FieldAnswer> Inputs { get; init; }

    public required IReadOnlyList<TargetOfYear> Targets { get; init; }

    public required Tolerance Tolerance { get; init; }

    public required IReadOnlyList<decimal> ProgressCurve { get; init; }

    public required CityScope CityScope { get; init; }

    public required ScopeText Scope { get; init; }

    public required string PeriodBasis { get; init; }

    public required string DefinitionSource { get; init; }

    public required ValueRange HardRange { get; init; }

    public required ValueRange SoftRange { get; init; }

    public required bool ZeroOverZeroIsNotApplicable { get; init; }

    public required bool BaselineRequired { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required AnnexRow Annex { get; init; }

    public static IndicatorAnswer Of(Indicator indicator) => new()
    {
        Number = indicator.Number,
        Name = indicator.Name,
        ShortName = indicator.ShortName,
        Task = indicator.TaskNumber,
        TaskPhrase = indicator.TaskPhrase,
        Lead = indicator.LeadDepartmentId,
        Cooperating = indicator.CooperatingDepartmentIds,
        Unit = indicator.Unit,
        Kind = indicator.Kind,
        DisplayDecimals = indicator.DisplayDecimals,
        Inputs = [.. indicator.Inputs.Select(FieldAnswer.Of)],
        Targets = [.. indicator.Targets.Select((target, i) => TargetOfYear.Of(target, indicator.Annex.Targets[i]))],
        Tolerance = indicator.Tolerance,
        ProgressCurve = indicator.ProgressCurve,
        CityScope = indicator.CityScope,
        Scope = indicator.Scope,
        PeriodBasis = indicator.PeriodBasis,
        DefinitionSource = indicator.DefinitionSource,
        HardRange = indicator.HardRange,
        SoftRange = indicator.SoftRange,
        ZeroOverZeroIsNotApplicable = indicator.ZeroOverZeroIsNotApplicable,
        BaselineRequired = indicator.BaselineRequired,
        Notes = indicator.Notes,
        Annex = indicator.Annex,
    };
}

/// <summary>A field that a county types; <paramref name="Key"/> is its name in <c>inputs</c>; with <paramref name="IsCount"/> it takes whole numbers only.</summary>
internal sealed record FieldAnswer(string Key, string Label, string Unit, string Hint, bool IsCount)
{
    public static FieldAnswer Of(InputField field) =>
        new(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.Key.ToString()), field.Label, field.Unit, field.Hint, field.IsCount);
}

/// <summary>The annex's target of a year; <paramref name="Text"/> as printed.</summary>
internal sealed record TargetOfYear(int Year, decimal Value, string Operator, TargetBasis Basis, int? WindowStartYear, string Text)
{
    public static TargetOfYear Of(IndicatorTarget target, string printed) => new(
        target.Year, target.Value, Operators.Of(target.Comparison), target.Basis, target.WindowStartYear, printed);
}
