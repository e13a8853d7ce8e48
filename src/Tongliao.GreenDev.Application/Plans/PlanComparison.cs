using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>Compares an edition of a plan with the one that is stored. More indicators may be in it; whatever else is not the same is a fault.</summary>
internal sealed class PlanComparison(Plan stored, PlanFaults faults)
{
    private const string Indicators = "$.indicators";

    /// <summary>The indicators that are in the edition alone.</summary>
    public IReadOnlyList<Indicator> Added(Plan edition)
    {
        var known = stored.Indicators.Select(indicator => indicator.Number).ToHashSet();
        faults.Require(stored.FullText == edition.FullText, "$.meta.textFile", "公布的全文与已载入的不同");
        Compare(Node(stored with { Indicators = [] }), Node(edition with { Indicators = [] }), "$");
        for (var i = 0; i < edition.Indicators.Count; i++)
        {
            if (stored.Indicators.FirstOrDefault(indicator => indicator.Number == edition.Indicators[i].Number) is { } same)
            {
                Compare(Node(same), Node(edition.Indicators[i]), string.Create(CultureInfo.InvariantCulture, $"{Indicators}[{i}]"));
            }
        }

        foreach (var missing in stored.Indicators.ExceptBy(edition.Indicators.Select(indicator => indicator.Number), indicator => indicator.Number))
        {
            faults.Add(Indicators, $"已载入的第{missing.Number}项“{missing.Name}”不在文件中，指标只能增加");
        }

        return [.. edition.Indicators.Where(indicator => !known.Contains(indicator.Number))];
    }

    private static JsonNode? Node(Indicator indicator) => JsonSerializer.SerializeToNode(indicator, PlanFileShape.Options);

    private static JsonNode? Node(Plan plan) => JsonSerializer.SerializeToNode(PlanFileContent.Of(plan), PlanFileShape.Options);

    private void Compare(JsonNode? was, JsonNode? becomes, string path)
    {
        if (JsonNode.DeepEquals(was, becomes))
        {
            return;
        }

        if (was is JsonObject known && becomes is JsonObject given)
        {
            foreach (var (name, value) in given)
            {
                Compare(known[name], value, $"{path}.{name}");
            }
        }
        else if (was is JsonArray before && becomes is JsonArray after && before.Count == after.Count)
        {
            for (var i = 0; i < after.Count; i++)
            {
                Compare(before[i], after[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
            }
        }
        else
        {
            faults.Add(path, $"与已载入的不同：已载入的为{Word(was)}，文件中为{Word(becomes)}");
        }
    }

    private static string Word(JsonNode? node) => node switch
    {
        null => "空",
        JsonArray list => $"{list.Count}项",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => $"“{value.GetValue<string>()}”",
        _ => node.ToJsonString(),
    };
}
