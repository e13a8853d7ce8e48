using System.Globalization;

namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>Says in Chinese what holds a report up.</summary>
public static class HoldupWords
{
    private const int Named = 8;

    /// <summary>Without days, for example 待县级审核 9 项（1、2、3）.</summary>
    public static string Word(this Holdup holdup) => holdup.Kind switch
    {
        HoldupKind.NoClerk => "没有可用的填报员账号",
        HoldupKind.NotSignedIn when holdup.Since is null => "填报员从未登录",
        HoldupKind.NotSignedIn => "开放以来填报员没有登录",
        HoldupKind.NothingTyped => "尚未动笔",
        HoldupKind.Empty => $"未填 {Values(holdup)}",
        HoldupKind.Draft => $"已填未上报 {Values(holdup)}",
        HoldupKind.Returned => $"退回未改 {Values(holdup)}",
        HoldupKind.CountyReview => $"待县级审核 {Values(holdup)}",
    };

    private static string Values(Holdup holdup)
    {
        var named = string.Join('、', holdup.Indicators.Take(Named).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        return $"{holdup.Indicators.Count} 项（{named}{(holdup.Indicators.Count > Named ? "等" : "")}）";
    }
}
