using System.Text;
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
        using var read = new MemoryStream();
        json.CopyTo(read);
        return Read(read.ToArray(), textOf).Plan;
    }

    /// <summary>The plan in a file on the disk, with the text that lies in the same folder.</summary>
    /// <exception cref="PlanFileException">The file has faults.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it.</exception>
    public static PlanEdition Open(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Read(File.ReadAllBytes(path), name => Path.GetFileName(name) == name && File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name)) : null);
    }

    private static PlanEdition Read(ReadOnlySpan<byte> bytes, Func<string, string?> textOf)
    {
        var json = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..].ToArray() : bytes.ToArray();
        using var document = Parse(json);
        var places = new PlanFilePlaces(json);
        var faults = new PlanFaults(places);
        new PlanFileShape(faults).Check<PlanFileContent>(document.RootElement);
        faults.ThrowIfAny();

        var content = document.Deserialize<PlanFileContent>(PlanFileShape.Options)!;
        var fullText = textOf(content.Meta.TextFile);
        faults.Require(fullText is not null, "$.meta.textFile", $"计划文件旁没有“{content.Meta.TextFile}”");
        PlanFileRules.Check(content, fullText, faults);
        faults.ThrowIfAny();

        return new PlanEdition(content.ToPlan(fullText!), places);
    }

    private static JsonDocument Parse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException fault)
        {
            var place = new PlanFilePlace((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
            throw new PlanFileException([new PlanFileFault("$", "不是有效的JSON，请检查此处的逗号、引号和括号", place)]);
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
