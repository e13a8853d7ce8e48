using System.Globalization;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>By when something is to be answered (答复期限), in words.</summary>
public static class DueWords
{
    /// <summary>For example 应在10月14日前答复, or 应在10月14日前答复，已逾期.</summary>
    public static string Of(DateOnly due, bool isOverdue) =>
        string.Create(CultureInfo.InvariantCulture, $"应在{due.Month}月{due.Day}日前答复{(isOverdue ? "，已逾期" : "")}");

    /// <summary>The same of several of which some are overdue: 最早的应在10月14日前答复，逾期 3 项.</summary>
    public static string Of(DateOnly due, int values, int overdue) =>
        string.Create(CultureInfo.InvariantCulture, $"{(values > 1 ? "最早的" : "")}应在{due.Month}月{due.Day}日前答复{(overdue > 0 ? $"，逾期 {overdue} 项" : "")}");
}
