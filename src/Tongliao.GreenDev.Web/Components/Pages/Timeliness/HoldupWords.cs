using System.Globalization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Timeliness;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Timeliness;

/// <summary>Says in Chinese what holds a report up.</summary>
internal static class HoldupWords
{
    private const int Named = 8;

    /// <summary>For example 待县级审核 9项（1、2、3…），10月8日起.</summary>
    public static string Of(Holdup holdup, OfficeClock clock) => holdup.Kind switch
    {
        HoldupKind.NoClerk => "没有可用的填报员账号",
        HoldupKind.NotSignedIn => holdup.Since is { } seen ? $"开放以来填报员没有登录（最近一次 {SinceWords.Day(seen, clock)}）" : "填报员从未登录",
        HoldupKind.NothingTyped => $"尚未动笔（填报员最近登录 {SinceWords.Day(holdup.Since!.Value, clock)}）",
        HoldupKind.Empty => $"未填 {Values(holdup)}",
        HoldupKind.Draft => $"已填未上报 {Values(holdup)}",
        HoldupKind.Returned => $"退回未改 {Values(holdup)}{Since(holdup, clock)}",
        HoldupKind.CountyReview => $"待县级审核 {Values(holdup)}{Since(holdup, clock)}",
    };

    private static string Values(Holdup holdup)
    {
        var named = string.Join('、', holdup.Indicators.Take(Named).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return $"{holdup.Indicators.Count} 项（{named}{(holdup.Indicators.Count > Named ? "等" : "")}）";
    }

    private static string Since(Holdup holdup, OfficeClock clock) => holdup.Since is { } since ? $"，{SinceWords.Day(since, clock)}起" : "";
}
