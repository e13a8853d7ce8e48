using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Timeliness;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Timeliness;

/// <summary>Says what holds a report up, with the day since when.</summary>
internal static class HoldupText
{
    /// <summary>For example 待县级审核 2 项（1、2），10月8日起.</summary>
    public static string Of(Holdup holdup, OfficeClock clock) => holdup switch
    {
        { Since: null } or { Kind: HoldupKind.Empty or HoldupKind.Draft } => holdup.Word(),
        { Kind: HoldupKind.NotSignedIn or HoldupKind.NothingTyped } => $"{holdup.Word()}（最近登录 {SinceWords.Day(holdup.Since.Value, clock)}）",
        _ => $"{holdup.Word()}，{SinceWords.Day(holdup.Since.Value, clock)}起",
    };
}
