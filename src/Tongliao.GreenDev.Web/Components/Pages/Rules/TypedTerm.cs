using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Rules;

/// <summary>A term as it is put together in the form.</summary>
public sealed class TypedTerm(PlanFacts facts)
{
    private readonly Dictionary<InputKey, string?> inputs = [];

    public TrialKind Kind
    {
        get;
        set
        {
            field = value;

            // A whole that was chosen is not offered any more.
            UnitCode = IsOfWholes || facts.Plan.Units.Any(unit => unit.Code == UnitCode) ? UnitCode : facts.Plan.Units[0].Code;
        }
    }

    public int IndicatorNumber { get; set; } = facts.Plan.Indicators[0].Number;

    public int Year { get; set; } = facts.Plan.LastYear;

    public string UnitCode { get; set; } = facts.Plan.Units[0].Code;

    public Quarter Quarter { get; set; } = facts.CurrentPeriod().Quarter;

    /// <summary>Question and key, for example <c>Q4~all</c>.</summary>
    public string? Reading { get; set; }

    public string? QuestionId { get; set; }

    public CityScope Scope { get; set; }

    /// <summary>A number, the four of a curve, or words.</summary>
    public string? Value { get; set; }

    public Indicator Indicator => facts.Indicator(IndicatorNumber);

    /// <summary>Whether the numbers of a report are asked for, each in its field.</summary>
    public bool IsOfInputs => Kind is TrialKind.Input or TrialKind.Baseline;

    public bool IsOfUnit => IsOfInputs || Kind is TrialKind.UnitTarget or TrialKind.Deviation;

    /// <summary>Whether a whole may be chosen besides the units that report.</summary>
    public bool IsOfWholes => Kind == TrialKind.Deviation;

    public bool IsOfIndicator => Kind is not (TrialKind.Reading or TrialKind.Words);

    public bool IsOfYear => Kind is TrialKind.Target or TrialKind.UnitTarget;

    public string? this[InputKey key]
    {
        get => inputs.GetValueOrDefault(key);
        set => inputs[key] = value;
    }

    /// <summary>Unit of the number that is asked for.</summary>
    public string ValueUnit => Kind switch
    {
        TrialKind.Tolerance => RuleWords.ToleranceUnit(Indicator),
        TrialKind.Target or TrialKind.UnitTarget when Indicator.TargetOf(Year) is { } target => Indicator.UnitOf(target),
        _ => "",
    };

    /// <exception cref="RefusalException">Invalid: a number is missing or none.</exception>
    public RuleTerm Read() => Kind switch
    {
        TrialKind.Target => new IndicatorTerm(IndicatorNumber, new IndicatorChange { Targets = [new TargetChange(Year, Number(Value, "目标值", ValueUnit), null, null, null)] }),
        TrialKind.Tolerance => new IndicatorTerm(IndicatorNumber, new IndicatorChange { Tolerance = Number(Value, "预警容差", "") }),
        TrialKind.Curve => new IndicatorTerm(IndicatorNumber, new IndicatorChange { ProgressCurve = Curve() }),
        TrialKind.Scope => new IndicatorTerm(IndicatorNumber, new IndicatorChange { CityScope = Scope }),
        TrialKind.Reading => Reading?.Split('~') is [var question, var key] ? new ReadingTerm(question, key) : throw Missing("请选择一种读法。"),
        TrialKind.UnitTarget => new UnitTargetTerm(UnitCode, IndicatorNumber, Year, Number(Value, "分解指标", ValueUnit)),
        TrialKind.Baseline => new BaselineTerm(UnitCode, IndicatorNumber, Inputs()),
        TrialKind.Deviation => new DeviationTerm(UnitCode, IndicatorNumber, Day()),
        TrialKind.Input => new InputTerm(new ValueKey(UnitCode, Quarter, IndicatorNumber), Inputs()),
        TrialKind.Words => QuestionId is { Length: > 0 } id && Value is { Length: > 0 } words ? new WordsTerm(id, words.Trim()) : throw Missing("请选择问题并写明答复。"),
    };

    private List<decimal> Curve() =>
        [.. (Value ?? "").Split(['、', ',', '，', ' ', '/', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(share => Number(share, "时序进度", "%") / 100)];

    private ReportedInputs Inputs() => Indicator.Inputs.Aggregate(
        ReportedInputs.None, (read, field) => read.With(field.Key, Number(this[field.Key], field.Label, field.Unit)));

    /// <summary>The last day; empty withdraws.</summary>
    private DateOnly? Day() => DateText.Read(Value) is { Fault: { } fault } ? throw Missing($"截止日期：{fault}") : DateText.Read(Value).Value;

    private static decimal Number(string? text, string label, string unit)
    {
        var number = NumberText.Read(text, unit);
        return number.Value ?? throw Missing(number.Fault is { } fault ? $"{label}：{fault}" : $"请填写{label}。");
    }

    private static RefusalException Missing(string message) => RefusalException.Invalid(RefusalCodes.InvalidRule, message, new FieldFault("terms", message));
}
