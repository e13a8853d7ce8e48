using System.IO.Compression;
using System.Xml;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>The parts of a workbook's archive, opened one after the other within one budget of bytes.</summary>
internal sealed class WorkbookParts
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnfoldBudget budget;

    public WorkbookParts(ZipArchive archive, WorkbookLimits limits)
    {
        budget = new UnfoldBudget(limits.UnfoldedBytes, limits.Ratio, WorkbookRefusals.TooLarge);
        if (archive.Entries.Count > limits.Parts)
        {
            throw WorkbookRefusals.TooMany("内部文件数", limits.Parts);
        }

        // Two of one name would let one program read this and another one that.
        if (!archive.Entries.All(entry => entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry)))
        {
            throw WorkbookRefusals.Broken();
        }
    }

    /// <summary>A part to be read; null where there is none of the name.</summary>
    public XmlReader? Open(string name) => entries.TryGetValue(name, out var entry) ? XmlReader.Create(budget.Open(entry), Settings) : null;

    /// <summary>What a part refers to (.rels): by id, the ending of its type and the name of the other part.</summary>
    public IReadOnlyDictionary<string, (string Kind, string Part)> RelationsOf(string part)
    {
        var slash = part.LastIndexOf('/');
        var (folder, name) = (part[..(slash + 1)], part[(slash + 1)..]);
        using var reader = Open($"{folder}_rels/{name}.rels");
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                var type = reader.GetAttribute("Type") ?? "";
                relations[id] = (type[(type.LastIndexOf('/') + 1)..], Resolved(folder, target));
            }
        }

        return relations;
    }

    /// <summary>A name from the root on. Every name is looked for in the archive alone, so that one that leads out of it is only not there.</summary>
    private static string Resolved(string folder, string target)
    {
        var way = new Stack<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                way.TryPop(out _);
            }
            else if (step != ".")
            {
                way.Push(step);
            }
        }

        return string.Join('/', way.Reverse());
    }
}
