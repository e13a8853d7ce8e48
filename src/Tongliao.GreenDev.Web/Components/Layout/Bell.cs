using System.Globalization;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>What the bell says: how many values wait for the person, unread notices besides, and the way to what comes first.</summary>
public sealed class Bell
{
    private const int Most = 99;

    private static readonly (Act Act, string Address, string What)[] Places =
    [
        (Act.EnterValues, "/entry", "已退回，请修改后重新上报"),
        (Act.ReviewForCounty, "/review/county", "等待县级审核"),
        (Act.ReviewForCity, "/review", "等待市级审核"),
    ];

    private readonly (Act Act, string Address, string What) place;
    private readonly BellCount? count;

    private Bell((Act Act, string Address, string What) place, BellCount? count)
    {
        this.place = place;
        this.count = count;
    }

    /// <summary>What somebody was told goes before what waits by itself.</summary>
    public string Address => count switch
    {
        { Unread: > 0 } => "/notices",
        { Waiting: [var earliest, ..] } => $"{place.Address}?period={earliest.Quarter}",
        _ => place.Address,
    };

    /// <summary>What it is about; begins with the figure where that is told in parts, or not in full, so that who hears it knows what others see.</summary>
    public string Words => (count?.Unread ?? 0, Values) switch
    {
        ( > 0 and var unread, > 0) => $"共 {Figure} 件：{unread} 条未读通知；{WaitingWords}",
        ( > 0 and var unread, _) => $"{Total}{unread} 条未读通知；{WaitingWords}",
        _ => Total + WaitingWords,
    };

    /// <summary>The figure on it; empty for none.</summary>
    public string Figure => (Values + (count?.Unread ?? 0)) switch
    {
        0 => "",
        > Most => $"{Most}+",
        var shown => shown.ToString(CultureInfo.InvariantCulture),
    };

    private string Total => Figure.EndsWith('+') ? $"共 {Figure} 件：" : "";

    private int Values => count?.Waiting.Sum(quarter => quarter.Values) ?? 0;

    private string WaitingWords => (count, Values) switch
    {
        (null, _) => "待我办理",
        (_, 0) => "待我办理：目前没有",
        (_, var values) => $"待我办理：{values} 项{place.What}",
    };

    /// <summary>Whether anything ever waits for a role; who only looks has no bell.</summary>
    public static bool IsFor(UserRole role) => Places.Any(place => role.May(place.Act));

    /// <param name="role">For whom something waits now and then.</param>
    /// <param name="count">Null where nobody asked.</param>
    public static Bell Of(UserRole role, BellCount? count) => new(Places.First(place => role.May(place.Act)), count);
}
