using System.Text.Json.Nodes;

namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>What 奈曼旗 reports for 2024Q3 in these tests.</summary>
internal static class NaimanReport
{
    public const string Period = "2024Q3";
    public const string Values = $"/api/v1/values/{ApiPortal.Naiman}/{Period}";
    public const string Report = $"/api/v1/reports/{ApiPortal.Naiman}/{Period}";

    /// <summary>整改措施, without which nothing red is submitted.</summary>
    private const string Remedy = "由住建部门负责，年底前完成剩余工程。";

    /// <summary>By indicator, with the state and value that the rules give (2024 targets; 奈曼旗 is no central urban area).</summary>
    public static IReadOnlyList<(int Indicator, object Body, string State, decimal? Value)> Rows { get; } =
    [
        (1, Ratio(30, 100), "Reference", 30m), // 市中心城区 only
        (2, Ratio(218, 1000, note: Remedy), "Red", 21.8m), // ≥25, off by 3.2 > 1
        (3, Ratio(580, 1000), "Green", 58m), // ≥58 exactly
        (4, Ratio(805, 100), "Amber", 8.05m), // ≥8.1, off by 0.05 ≤ 0.2
        (5, Ratio(978, 1000), "Green", 97.8m), // ≥97.8 exactly
        (6, Ratio(915, 1000), "Amber", 91.5m), // ≥92, off by 0.5 ≤ 2
        (7, Ratio(990, 1000), "Amber", 99m), // >99 missed by equality
        (8, new { inputs = new { supplied = 1000, billed = 880, correction = 1.5 }, version = 0 }, "Reference", 10.5m),
        (9, Ratio(20, 80), "Reference", 25m),
        (10, Ratio(93, 100, note: Remedy), "Red", 93m), // ≥95, off by 2 > 1
        (11, Ratio(90, 100), "Green", 90m),
        (12, Ratio(3, 10), "Green", 30m), // 2024 is a level
        (13, Ratio(100, 100), "Green", 100m),
        (14, Ratio(2, 4), "Reference", 50m),
        (15, Sum(0.6m), "NoTarget", 0.6m),
        (16, Sum(1.5m), "NoTarget", 1.5m),
        (17, Ratio(0, 0), "NotApplicable", null), // 本期无新建项目
        (18, Ratio(30, 100), "Green", 30m), // ≥30 exactly; the text asks for 突破
        (19, Ratio(24, 100), "Amber", 24m), // ≥25, off by 1 ≤ 5
        (20, Sum(4.6m), "Amber", 4.6m), // own target 6: expected 4.8, off by 0.2 ≤ 0.6
        (21, new { inputs = new { }, notApplicableReason = "本季度没有新建建筑", version = 0 }, "NotApplicable", null),
    ];

    public static object Ratio(decimal numerator, decimal denominator, int version = 0, string? note = null) =>
        new { inputs = new { numerator, denominator }, note, version };

    public static object Sum(decimal amount, int version = 0) => new { inputs = new { amount }, version };

    public static JsonNode Entry(ApiAnswer values, int indicator) =>
        values.Json["entries"]!.AsArray().Single(entry => (int)entry!["indicator"]! == indicator)!;

    /// <summary>The version of every value as somebody reads it now, by indicator number.</summary>
    public static async Task<Dictionary<string, int>> VersionsAsync(ApiClient reader) =>
        (await reader.GetAsync($"/api/v1/values?period={Period}&region={ApiPortal.Naiman}")).RequireOk().Json["entries"]!.AsArray()
            .ToDictionary(entry => $"{entry!["indicator"]}", entry => (int)entry!["version"]!);
}
