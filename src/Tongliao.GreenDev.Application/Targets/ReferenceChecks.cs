using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>What a number must satisfy to be recorded in a cell of the reference sheet, and how the cell is called.</summary>
internal static class ReferenceChecks
{
    /// <returns>Chinese: what is wrong; null when nothing is.</returns>
    public static string? FaultOf(ReferenceColumn column, decimal? value) => column switch
    {
        { WhySettled: { } why } => why,
        { IsBaseline: false } => value is null ? "分解指标下达后不能清空，请填写新的目标值。" : TargetChecks.WrongValue(column.Indicator, value),
        _ => ValueChecks.Errors(column.Indicator, ReportedInputs.None with { Amount = value }) is [var wrong, ..] ? wrong.Message : null,
    };

    /// <summary>For example 奈曼旗第20项2024年分解指标.</summary>
    public static string NameOf(ReportingUnit unit, ReferenceColumn column) =>
        $"{unit.ShortName}第{column.Indicator.Number}项{column.Year}年{(column.IsBaseline ? "基数" : "分解指标")}";
}
