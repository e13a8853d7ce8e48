using System.Text.Json;

namespace Tongliao.GreenDev.Application.Tests.Plans;

/// <summary>What users read of the plan is written as an official document is, not as the notes of whoever looked it up.</summary>
public sealed class PlanWordsTests
{
    private static readonly string[] NotesOfAResearcher =
    [
        "检索", "查到", "查不到", "未找到", "摘录", "截断", "转载", "非官方", "网页", "网上", "http", "www.", ".com", ".cn", ".html", "常识", "推断",
        "可配置", "做成", "系统", "口径风险", "勿混", "住建部",
    ];

    /// <summary>The plan's own words are left as they were printed.</summary>
    private static readonly string[] Printed = ["text", "responsibleText", "taskPhrase", "phrase"];

    [Fact]
    public void Strings_OfThePlanFile_HoldNoResearchNotes()
    {
        using var stream = typeof(ApplicationServices).Assembly.GetManifestResourceStream("plan.json")!;
        using var plan = JsonDocument.Parse(stream);

        var strings = Strings(plan.RootElement, "plan").ToList();

        Assert.True(strings.Count > 1000);
        Assert.DoesNotContain(strings, text => Array.Exists(NotesOfAResearcher, note => text.Value.Contains(note, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<(string Path, string Value)> Strings(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.String => [(path, element.GetString()!)],
        JsonValueKind.Object => element.EnumerateObject()
            .Where(member => !Printed.Contains(member.Name)).SelectMany(member => Strings(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Strings(item, $"{path}[{index}]")),
        _ => [],
    };
}
