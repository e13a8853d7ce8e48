using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Compares a number with another one of the same report that is about nearly the same fact.</summary>
public static class SameFact
{
    /// <summary>序号 of the indicator whose numbers a value is compared with; null for none.</summary>
    public static int? ComparedWith(Indicator indicator) => NearFact.Of(indicator)?.Other;

    /// <summary>序号 of the indicators whose values are compared with this one's.</summary>
    public static IReadOnlyList<int> ComparedBy(Indicator indicator) => [.. NearFact.AskedBy(indicator)];

    /// <summary>What is to be asked; null when nothing is, or when the other number is not there.</summary>
    public static Finding? Of(Indicator indicator, ReportedFigure figure, ReportedFigure? other, CheckLimits limits)
    {
        if (NearFact.Of(indicator) is not { } fact
            || figure.UsableInputs(indicator)?[fact.Field] is not { } now
            || other?.NotApplicableReason is not null
            || other?.Inputs?[fact.OtherField] is not { } elsewhere
            || !Contradict(fact, now, elsewhere, limits))
        {
            return null;
        }

        var field = indicator.Inputs.First(input => input.Key == fact.Field);
        var (mine, theirs) = ($"“{field.Label}”（{fact.Words}）{WarningText.Number(now)}{field.Unit}", $"第{fact.Other}项的{fact.OtherWords}数{WarningText.Number(elsewhere)}{field.Unit}");
        var message = fact.IsPart
            ? $"{mine}，大于{theirs}，部分不应大于全部，请核对两项口径；属实请填写说明。"
            : $"{mine}，与{theirs}相差超过{WarningText.Share(limits.FactDifference)}，请核对两项口径；属实请填写说明。";
        return new Finding(FindingSeverity.Warning, CheckCode.SameFact, fact.Field, message) { Key = FindingKey.Of(CheckCode.SameFact, fact.Field, now, elsewhere) };
    }

    private static bool Contradict(NearFact fact, decimal now, decimal elsewhere, CheckLimits limits)
    {
        var (smaller, larger) = (Math.Min(now, elsewhere), Math.Max(now, elsewhere));
        return fact.IsPart
            ? now - elsewhere >= limits.LeastDifference && now > elsewhere
            : larger - smaller >= limits.LeastDifference && larger - smaller > larger * limits.FactDifference;
    }
}
