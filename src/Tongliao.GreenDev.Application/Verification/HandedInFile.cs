using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>A file that somebody wants verified: its mark, and what stands where.</summary>
/// <param name="Mark">As it stands in the file; null for none, or more than one.</param>
/// <param name="IsTemplate">It is one of the portal's forms to be filled in, which state nothing.</param>
/// <param name="Places">What stands where; of a place that is there twice what both say.</param>
internal sealed record HandedInFile(string? Mark, bool IsTemplate, IReadOnlyDictionary<string, PlacedText> Places)
{
    /// <summary>The endings that a picker of files offers.</summary>
    public const string Endings = WorkbookReader.Ending + "," + DocumentReader.Ending;

    private const string Unreadable = "文件不完整、已损坏，或里面有不应有的内容，读不出来。请用 Excel、WPS 或 LibreOffice 打开后另存一份再核对。";

    /// <exception cref="RefusalException">It is no such file, is broken, or is more than is read.</exception>
    public static HandedInFile Read(string? name, byte[] content)
    {
        RequireSize(content.Length);
        var ending = FileTitle.EndingOf(FileTitle.Clean(name) ?? "");
        var isWorkbook = ending.Equals(WorkbookReader.Ending, StringComparison.OrdinalIgnoreCase);
        if (!isWorkbook && !ending.Equals(DocumentReader.Ending, StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("只能核对平台导出的表格（xlsx）和文档（docx）。改过格式的文件请用原来的文件核对。");
        }

        if (CheckedFile.Of(name, content).Fault is { } fault)
        {
            throw Refused(fault);
        }

        try
        {
            return isWorkbook ? Of(WorkbookReader.Read(name, content)) : Of(DocumentReader.Read(name, content));
        }
        catch (RefusalException refused) when (refused.Code == RefusalCodes.InvalidWorkbook)
        {
            throw Refused(Unreadable);
        }
    }

    /// <summary>Before anything of it is read.</summary>
    /// <exception cref="RefusalException">It is too large.</exception>
    public static void RequireSize(long bytes)
    {
        var most = new WorkbookLimits().FileBytes;
        if (bytes > most)
        {
            throw Refused($"文件有{FileSizes.Word(bytes)}，超过{FileSizes.Word(most)}的上限。平台导出的文件没有这么大，请核对是不是选错了文件。");
        }
    }

    private static HandedInFile Of(Workbook workbook)
    {
        var places = new Dictionary<string, PlacedText>(StringComparer.Ordinal);
        foreach (var sheet in workbook.Sheets)
        {
            foreach (var at in sheet.Filled)
            {
                Put(places, $"{sheet.Name}!{at}", Placed(sheet[at.Row, at.Column]));
            }
        }

        return new HandedInFile(
            workbook.Properties.TextOf(MarkProperty.Name),
            workbook.Sheets.Any(sheet => sheet.Name == ReportTemplate.KeysName || sheet.Name == ReferenceTemplate.KeysName),
            places);
    }

    private static HandedInFile Of(OfficeDocument document)
    {
        var places = new Dictionary<string, PlacedText>(StringComparer.Ordinal);
        foreach (var control in document.Controls)
        {
            foreach (var text in control)
            {
                Put(places, control.Key, new PlacedText(text));
            }
        }

        return new HandedInFile(document.Properties.TextOf(MarkProperty.Name), IsTemplate: false, places);
    }

    private static PlacedText Placed(WorkbookCell cell) => new(cell.Text, cell.IsFormula, cell.Kind == WorkbookCellKind.Uncalculated);

    /// <summary>Where one place is there twice, one reader sees this and another one that: it says neither, unless both say the same.</summary>
    private static void Put(Dictionary<string, PlacedText> places, string place, PlacedText placed)
    {
        if (!places.TryAdd(place, placed) && !FactText.Same(places[place].Text, placed.Text))
        {
            places[place] = placed with { Text = $"{places[place].Text} / {placed.Text}" };
        }
    }

    private static RefusalException Refused(string message) => RefusalException.Invalid(RefusalCodes.InvalidFile, message, new FieldFault("file", message));
}
