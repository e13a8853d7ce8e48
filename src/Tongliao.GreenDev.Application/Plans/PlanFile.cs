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
        return Read(json, BuiltInText);
    }

    /// <summary>Another plan from a file; its published text lies beside it, under the name that the file gives.</summary>
    /// <exception cref="PlanFileException">There is no such file, or it has faults.</exception>
    public static Plan Load(string path)
    {
        var fullPath = Path.GetFullPath(path);
        if (!File.Exists(fullPath))
        {
            throw new PlanFileException([new PlanFileFault("$", $"找不到计划文件{fullPath}")]);
        }

        using var json = File.OpenRead(fullPath);
        return Read(json, name => TextBeside(fullPath, name));
    }

    /// <summary>A plan from a stream, with its published text.</summary>
    /// <exception cref="PlanFileException">The file has faults.</exception>
    public static Plan Load(Stream json, string fullText) => Read(json, _ => fullText);

    private static Plan Read(Stream json, Func<string, string?> textOf)
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

    private static string? TextBeside(string planPath, string name)
    {
        // A plan file may name a file of its own folder only.
        if (Path.GetFileName(name) != name)
        {
            return null;
        }

        var path = Path.Combine(Path.GetDirectoryName(planPath)!, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static Stream? Resource(string name) => typeof(PlanFile).Assembly.GetManifestResourceStream(name);
}
