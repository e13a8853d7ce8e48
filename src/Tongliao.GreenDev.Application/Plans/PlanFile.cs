using System.Globalization;
using System.Text.Json;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>Reads a plan from its file: strictly, and with every fault told at once.</summary>
public static class PlanFile
{
    private const string BuiltInName = "plan.json";

    /// <summary>The plan that the portal is delivered with, 通政办发〔2023〕63号.</summary>
    /// <exception cref="PlanFileException">The file has faults.</exception>
    public static Plan LoadBuiltIn()
    {
        using var json = Resource(BuiltInName) ?? throw new InvalidOperationException($"{BuiltInName} is not embedded.");
        return Load(json, BuiltInText);
    }

    /// <summary>A plan with its published text.</summary>
    /// <param name="json">The file.</param>
    /// <param name="textOf">Gives the text that lies beside the file under a name; null where there is none.</param>
    /// <exception cref="PlanFileException">The file has faults.</exception>
    public static Plan Load(Stream json, Func<string, string?> textOf)
    {
        var faults = new PlanFaults();
        using var document = Parse(json);
        new PlanFileShape(faults).Check<PlanFileContent>(document.RootElement);
        faults.ThrowIfAny();

        var content = document.Deserialize<PlanFileContent>(PlanFileShape.Options)!;
        var fullText = textOf(content.Meta.TextFile);
        faults.Require(fullText is not null, "$.meta.textFile", $"计划文件旁没有“{content.Meta.TextFile}”");
        PlanFileRules.Check(content, fullText, faults);
        faults.ThrowIfAny();

        return content.ToPlan(fullText!);
    }

    private static JsonDocument Parse(Stream json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException fault)
        {
            var line = (fault.LineNumber + 1)?.ToString(CultureInfo.InvariantCulture) ?? "？";
            throw new PlanFileException([new PlanFileFault("$", $"第{line}行不是有效的JSON")]);
        }
    }

    private static string? BuiltInText(string name)
    {
        using var text = Resource(name);
        if (text is null)
        {
            return null;
        }

        using var reader = new StreamReader(text);
        return reader.ReadToEnd();
    }

    private static Stream? Resource(string name) => typeof(PlanFile).Assembly.GetManifestResourceStream(name);
}
