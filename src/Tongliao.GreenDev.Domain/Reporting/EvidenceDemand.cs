using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Which values are submitted only with evidence (佐证材料): those of named fields, and those that changed by more than a factor.</summary>
internal static class EvidenceDemand
{
    private const string WhatToDo = "须附佐证材料（台账、批复、照片等），请在本项的“佐证”处上传。";

    /// <summary>What is asked for beside a value without any; null where nothing is.</summary>
    public static Finding? Of(
        Indicator indicator, Quarter quarter, ReportedFigure figure, IReadOnlyDictionary<Quarter, ReportedFigure> figures, CheckLimits limits)
    {
        if (!limits.AsksForEvidence || figure.UsableInputs(indicator) is not { } inputs)
        {
            return null;
        }

        if (indicator.Inputs.FirstOrDefault(field => limits.NeedsEvidence(indicator, field)) is { } named)
        {
            return Asked($"“{named.Label}”{WhatToDo}");
        }

        return limits.EvidenceFactor > 0
            && indicator.Inputs.FirstOrDefault(field => InputComparison.Exceeds(indicator, field, quarter, inputs, figures, limits, limits.EvidenceFactor)) is { } changed
            ? Asked($"“{changed.Label}”与上一次的数相差超过{WarningText.Times(limits.EvidenceFactor)}倍，{WhatToDo}")
            : null;
    }

    private static Finding Asked(string message) => new(FindingSeverity.Missing, CheckCode.NoEvidence, Field: null, message);
}
