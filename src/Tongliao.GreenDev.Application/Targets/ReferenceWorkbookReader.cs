using System.Globalization;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Reads a workbook made from the template of the reference sheet, cell by cell beside what stands there now.</summary>
internal sealed class ReferenceWorkbookReader
{
    // The keys stand near the corner, unless somebody put much above them.
    private const int CornerRows = 40;
    private const int CornerColumns = 12;

    private readonly ReferenceSheet sheet;
    private readonly WorkbookSheet table;
    private readonly Dictionary<string, (int Version, decimal? Value)> downloaded;
    private readonly List<TypedCell> cells = [];
    private readonly List<string> faults = [];
    private readonly List<string> moved = [];

    private ReferenceWorkbookReader(ReferenceSheet sheet, WorkbookSheet table, Dictionary<string, (int Version, decimal? Value)> downloaded) =>
        (this.sheet, this.table, this.downloaded) = (sheet, table, downloaded);

    /// <exception cref="RefusalException">It is not made from the template, or from that of another plan.</exception>
    public static ReferenceImport Read(Workbook book, ReferenceSheet sheet)
    {
        var keys = book.Sheets.FirstOrDefault(found => found[1, 1].Text == ReferenceTemplate.Mark && found.Name == ReferenceTemplate.KeysName);
        var corner = keys is null ? null : book.Sheets.Where(found => found != keys).Select(CornerOf).FirstOrDefault(found => found is not null);
        if (keys is null || corner is not { } at)
        {
            throw WorkbookRefusals.Of("这不是总表的模板，认不出单位和指标。请点“下载模板”，把数填进下载的表格（不删隐藏的行、列和工作表）后再导入。");
        }

        if (keys[1, 2].Text != sheet.Facts.Plan.Key)
        {
            throw WorkbookRefusals.Of("这份模板是另一个方案的。请在本页重新点“下载模板”，填好后再导入。");
        }

        var reader = new ReferenceWorkbookReader(sheet, at.Table, DownloadedOf(keys));
        reader.ReadAll(at.Row, at.Column);
        return new ReferenceImport(reader.cells, reader.faults, reader.moved);
    }

    private static (WorkbookSheet Table, int Row, int Column)? CornerOf(WorkbookSheet table)
    {
        for (var row = 1; row <= Math.Min(CornerRows, table.LastRow); row++)
        {
            for (var column = 1; column <= Math.Min(CornerColumns, table.LastColumn); column++)
            {
                if (table[row, column].Text == ReferenceTemplate.Mark)
                {
                    return (table, row, column);
                }
            }
        }

        return null;
    }

    private static Dictionary<string, (int Version, decimal? Value)> DownloadedOf(WorkbookSheet keys)
    {
        var downloaded = new Dictionary<string, (int, decimal?)>(StringComparer.Ordinal);
        for (var row = 2; row <= keys.LastRow; row++)
        {
            if (int.TryParse(keys[row, 2].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                downloaded[keys[row, 1].Text] = (version, NumberText.Read(keys[row, 3].Text).Value);
            }
        }

        return downloaded;
    }

    private void ReadAll(int keyRow, int codeColumn)
    {
        var columns = Enumerable.Range(1, table.LastColumn)
            .Select(at => (At: at, Column: sheet.Columns.FirstOrDefault(column => ReferenceTemplate.KeyOf(column) == table[keyRow, at].Text)))
            .Where(found => found.Column is not null).ToList();
        var seen = new HashSet<ReferenceKey>();
        for (var row = keyRow + 1; row <= table.LastRow; row++)
        {
            if (sheet.Units.FirstOrDefault(unit => unit.Code == table[row, codeColumn].Text) is not { } unit)
            {
                continue;
            }

            foreach (var (at, column) in columns)
            {
                if (seen.Add(column!.KeyOf(unit.Code)))
                {
                    ReadCell(unit, column, row, at);
                }
                else if (table[row, at].Kind != WorkbookCellKind.Empty)
                {
                    faults.Add($"{table.PlaceOf(row, at)}：{ReferenceChecks.NameOf(unit, column)}在表中出现了两次，只读了第一处。请删去重复的行或列。");
                }
            }
        }
    }

    private void ReadCell(ReportingUnit unit, ReferenceColumn column, int row, int at)
    {
        var key = column.KeyOf(unit.Code);
        var stands = sheet[key];
        var before = downloaded.GetValueOrDefault(ReferenceTemplate.KeyOf(unit.Code, column));
        var (value, fault) = NumberOf(table[row, at]);
        if (fault is null && value is not null && value != stands.Value && value != before.Value)
        {
            fault = column.WhySettled is { } why ? $"{why}确需更正的，请在总表中点这一格办理。" : ReferenceChecks.FaultOf(column, value);
        }

        if (fault is not null)
        {
            faults.Add($"{table.PlaceOf(row, at)}（{ReferenceChecks.NameOf(unit, column)}）：{fault}");
            return;
        }

        // An empty cell changes nothing; nor does one that still says what was downloaded.
        var isTyped = value is not null && value != before.Value && value != stands.Value;
        if (isTyped)
        {
            cells.Add(new TypedCell(key, NumberText.Display(value), stands.Version));
        }

        if (stands.Version != before.Version && stands.Value != before.Value)
        {
            moved.Add($"{ReferenceChecks.NameOf(unit, column)}：下载时{Said(before.Value)}，现在{Said(stands.Value)}，{(isTyped ? $"表中{Said(value)}，请核对" : "表中未改，保留现在的数")}");
        }
    }

    private static (decimal? Value, string? Fault) NumberOf(WorkbookCell cell) => cell.Kind == WorkbookCellKind.Text && !cell.Text.Any(char.IsDigit)
        ? (null, $"“{cell.Text}”不是数字，请改填数值，或清空这一格。")
        : cell.Number(text => NumberText.Read(text));

    private static string Said(decimal? value) => value is null ? "为空" : $"为{NumberText.Display(value)}";
}
