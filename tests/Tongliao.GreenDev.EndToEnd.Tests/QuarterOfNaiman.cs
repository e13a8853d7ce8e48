namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>What is typed into one row, and what the written rules make of it.</summary>
/// <param name="Number">序号.</param>
/// <param name="Typed">In the order of the fields.</param>
/// <param name="Light">The state expected on the dashboard.</param>
/// <param name="Displayed">The value expected there; empty for none.</param>
public sealed record TypedRow(int Number, string[] Typed, string Light, string Displayed);

/// <summary>2024Q1 of 奈曼旗. Lights by hand from the rules: operator, expected value, tolerance.</summary>
public static class QuarterOfNaiman
{
    public static IReadOnlyList<TypedRow> Rows { get; } =
    [
        new(1, ["30", "100"], "Reference", "30.0"),       // not 市中心城区
        new(2, ["40", "200"], "Red", "20.0"),             // 25 − 20 > 1; corrected below
        new(3, ["116", "200"], "Green", "58.0"),          // ≥ 58 exactly; of the villages of #2
        new(4, ["800", "100"], "Amber", "8.00"),          // 8.1 − 8.0 ≤ 0.2
        new(5, ["97.5", "100"], "Amber", "97.50"),        // 97.8 − 97.5 ≤ 0.5
        new(6, ["80", "100"], "Red", "80.0"),             // 92 − 80 > 2
        new(7, ["99", "100"], "Amber", "99.00"),          // > 99 missed by equality; of the people of #5
        new(8, ["1000", "890", "1.5"], "Reference", "9.50"),
        new(9, ["27", "90"], "Reference", "30.0"),  
        new(10, ["96", "100"], "Green", "96.00"),         // ≥ 95
        new(11, ["８８", "１００"], "Amber", "88.0"),       // full-width digits; 90 − 88 ≤ 3
        new(12, ["3", "10"], "Green", "30.0"),            // a level in 2024: ≥ 30
        new(13, ["100", "100"], "Green", "100.00"),
        new(14, ["5", "10"], "Reference", "50.0"),
        new(15, ["0.6"], "NoTarget", "0.60"),
        new(16, ["1.2"], "NoTarget", "1.20"),
        new(17, ["0", "0"], "NotApplicable", ""),         // 本期无新建项目
        new(18, ["30", "100"], "Green", "30.0"),          // ≥ 30 exactly, by the annex
        new(19, ["20", "100"], "Amber", "20.0"),          // 25 − 20 = 5, inclusive
        new(20, ["0.1"], "Red", "0.10"),                  // 分解指标 6: 0.3 − 0.1 > min(0.6, 0.15)
        new(21, ["5", "100"], "Red", "5.0"),              // 15 − 5 > 5
    ];

    /// <summary>#2 as corrected after the return: 52/200 = 26 ≥ 25.</summary>
    public static TypedRow Corrected { get; } = new(2, ["52", "200"], "Green", "26.0");
}
