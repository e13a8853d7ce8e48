using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Corrections;

/// <summary>What a correction puts in the place of what, in words.</summary>
public static class CorrectionWords
{
    /// <summary>One line for each number that changes, for example 分子（座）：60 → 61.</summary>
    public static IReadOnlyList<string> Changes(CorrectionLine line) =>
    [
        .. line.Indicator.Inputs
            .Where(field => line.Before.Inputs[field.Key] != line.Correction.Statement.Inputs[field.Key])
            .Select(field => $"{field.Label}（{field.Unit}）：{Number(line.Before, field.Key)} → {Number(line.Correction.Statement, field.Key)}"),
    ];

    /// <summary>For example ● 达标 97.0%.</summary>
    public static string Light(IndicatorRating rating) => $"{rating.State.Mark()} {rating.State.Word()} {rating.Words.CellWithUnit}".TrimEnd();

    private static string Number(Statement statement, InputKey key) => statement.Inputs[key] is { } number ? NumberText.Display(number) : "空";
}
