using System.IO.Compression;
using System.Xml;
using Tongliao.GreenDev.Domain.Files;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>
/// Reads a workbook (xlsx) that somebody hands in, from Excel, WPS or LibreOffice: forward only, part by part, within limits. Nothing in
/// it is calculated, followed or kept beyond the cells.
/// </summary>
public static class WorkbookReader
{
    /// <summary>The ending that a picker of files offers.</summary>
    public const string Ending = ".xlsx";

    internal const string RootRelations = "";

    /// <exception cref="RefusalException">It is none, is broken, or is more than is read; in Chinese, with what to do.</exception>
    public static Workbook Read(string? name, byte[] content, WorkbookLimits? limits = null)
    {
        var within = limits ?? new WorkbookLimits();
        return Unpack(name, Ending, content, within, parts => Read(parts, within));
    }

    /// <summary>Opens the archive of a file, whatever it is, and says in Chinese why it cannot be read.</summary>
    internal static TRead Unpack<TRead>(string? name, string ending, byte[] content, WorkbookLimits limits, Func<WorkbookParts, TRead> read)
    {
        Require(name, ending, content, limits);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return read(new WorkbookParts(archive, limits));
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw WorkbookRefusals.Unsafe();
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw WorkbookRefusals.Broken();
        }
    }

    /// <summary>Before anything of it is read.</summary>
    /// <exception cref="RefusalException">It is too large.</exception>
    public static void RequireSize(long bytes, WorkbookLimits? limits = null)
    {
        var most = (limits ?? new WorkbookLimits()).FileBytes;
        if (bytes > most)
        {
            throw WorkbookRefusals.Of($"文件有{FileSizes.Word(bytes)}，超过{FileSizes.Word(most)}的上限。请只保留要导入的工作表，另存后再导入。");
        }
    }

    private static void Require(string? name, string ending, byte[] content, WorkbookLimits limits)
    {
        RequireSize(content.Length, limits);
        if (!FileTitle.EndingOf(FileTitle.Clean(name) ?? "").Equals(ending, StringComparison.OrdinalIgnoreCase))
        {
            throw WorkbookRefusals.Of("只能导入 xlsx 表格。请用 Excel 或 WPS 打开原来的文件（xls、et、csv 等），另存为 xlsx 再导入。");
        }

        if (CheckedFile.Of(name, content).Fault is { } fault)
        {
            throw WorkbookRefusals.Of(fault);
        }
    }

    private static Workbook Read(WorkbookParts parts, WorkbookLimits limits)
    {
        var root = parts.RelationsOf(RootRelations);
        var main = PartOf(root, "officeDocument") ?? throw WorkbookRefusals.Missing("工作簿");
        var relations = parts.RelationsOf(main);
        var (listed, countsFrom1904) = ListedSheets(parts, main, limits);
        var strings = ReadPart(parts, PartOf(relations, "sharedStrings"), reader => SharedStrings.Read(reader, limits), []);
        var days = new DayStyles(ReadPart(parts, PartOf(relations, "styles"), DayStyles.Read, []), countsFrom1904);
        var room = limits.Cells;
        var sheets = new List<WorkbookSheet>();
        foreach (var (name, id, isHidden) in listed)
        {
            // A tab may show a chart instead of cells.
            if (relations.GetValueOrDefault(id) is not { Kind: "worksheet", Part: var part })
            {
                continue;
            }

            using var reader = parts.Open(part) ?? throw WorkbookRefusals.Missing($"工作表“{name}”");
            sheets.Add(new SheetReader(reader, name, strings, days, limits).Read(isHidden, ref room));
        }

        return sheets.Count > 0 ? new Workbook(sheets) { Properties = PropertiesOf(parts, root) } : throw WorkbookRefusals.Missing("工作表");
    }

    private static (List<(string Name, string Id, bool IsHidden)> Sheets, bool CountsFrom1904) ListedSheets(WorkbookParts parts, string main, WorkbookLimits limits)
    {
        using var reader = parts.Open(main) ?? throw WorkbookRefusals.Missing("工作簿");
        var (sheets, countsFrom1904) = (new List<(string, string, bool)>(), false);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                countsFrom1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                sheets.Add((reader.GetAttribute("name") ?? "", IdHere(reader), reader.GetAttribute("state") is "hidden" or "veryHidden"));
            }

            if (sheets.Count > limits.Sheets)
            {
                throw WorkbookRefusals.TooMany("工作表数", limits.Sheets);
            }
        }

        return (sheets, countsFrom1904);
    }

    /// <summary>r:id, whose namespace is another one in strict workbooks.</summary>
    private static string IdHere(XmlReader reader)
    {
        var id = "";
        while (reader.MoveToNextAttribute())
        {
            id = reader is { LocalName: "id", Prefix.Length: > 0 } ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }

    private static TRead ReadPart<TRead>(WorkbookParts parts, string? part, Func<XmlReader, TRead> read, TRead otherwise)
    {
        using var reader = part is null ? null : parts.Open(part) ?? throw WorkbookRefusals.Missing("内容");
        return reader is null ? otherwise : read(reader);
    }

    internal static CustomProperties PropertiesOf(WorkbookParts parts, IReadOnlyDictionary<string, (string Kind, string Part)> root) =>
        ReadPart(parts, PartOf(root, CustomProperties.Relation), CustomProperties.Read, CustomProperties.None);

    internal static string? PartOf(IReadOnlyDictionary<string, (string Kind, string Part)> relations, string kind) =>
        relations.Values.Where(relation => relation.Kind == kind).Select(relation => relation.Part).FirstOrDefault();
}
