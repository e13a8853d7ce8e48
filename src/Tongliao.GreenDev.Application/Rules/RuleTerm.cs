using System.Text.Json.Serialization;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>One thing that lights rest on, as it is assumed on trial (试算) or decided on.</summary>
[JsonDerivedType(typeof(IndicatorTerm), "indicator")]
[JsonDerivedType(typeof(ReadingTerm), "reading")]
[JsonDerivedType(typeof(WordsTerm), "words")]
[JsonDerivedType(typeof(UnitTargetTerm), "target")]
[JsonDerivedType(typeof(BaselineTerm), "baseline")]
[JsonDerivedType(typeof(DeviationTerm), "deviation")]
[JsonDerivedType(typeof(InputTerm), "input")]
public abstract record RuleTerm
{
    /// <summary>How many are taken together at most.</summary>
    public const int Most = 20;
}
