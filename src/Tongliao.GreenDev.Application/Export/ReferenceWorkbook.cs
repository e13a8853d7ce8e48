using ClosedXML.Excel;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>
/// The reference sheet (总表) as a workbook to be filled in and imported: the city's numbers above, a row a unit, what the units come to below, and
/// hidden keys by which each cell is known again.
/// </summary>
internal sealed class ReferenceWorkbook
{
    private const int CodeColumn = 1;
    private const int NameColumn = 2;
    private const int KeyRow = 6;
    private const double BodySize = 10;
    private const double RowHeight = 18;
    private const string FillGround = "FFF9E5";

    private static readonly CellLook HeaderLook = new() { Font = Typefaces.Heading, Size = BodySize, Edges = Edges.All, Ground = StateLooks.HeaderGround };
    private static readonly CellLook NumberLook = new() { Size = BodySize, Edges = Edges.All, Across = XLAlignmentHorizontalValues.Right, Shrinks = true };
    private static readonly CellLook NameLook = new() { Size = BodySize, Edges = Edges.All, Across = XLAlignmentHorizontalValues.Left };
    private static readonly CellLook NoteLook = new() { Size = BodySize, Across = XLAlignmentHorizontalValues.Left };

    private readonly ReferenceSheet reference;
    private readonly SheetWriter sheet;
    private readonly int firstUnitRow;

    private ReferenceWorkbook(XLWorkbook book, ReferenceSheet reference, IReadOnlyList<ReferenceColumn> columns)
    {
        (this.reference, Columns) = (reference, columns);
        sheet = new SheetWriter(book, new LookBook(), new SheetSetup
        {
            Name = ReferenceTemplate.SheetName,
            Widths = [9, 16, .. columns.Select(_ => 12.0)],
            IsLandscape = true,
            HeaderRows = (3, KeyRow),
            FrozenColumns = NameColumn,
            Margins = (9, 9, 11, 12),
        });
        firstUnitRow = KeyRow + 1;
    }

    private IReadOnlyList<ReferenceColumn> Columns { get; }

    /// <param name="stream">Receives it.</param>
    /// <param name="reference">What stands there.</param>
    /// <param name="all">Of every indicator; otherwise of those whose city number has to be divided.</param>
    public static void Write(Stream stream, ReferenceSheet reference, bool all)
    {
        using var book = new XLWorkbook();
        var workbook = new ReferenceWorkbook(book, reference, reference.ColumnsOf(all));
        workbook.AddHead();
        foreach (var unit in reference.Units)
        {
            workbook.AddUnit(unit);
        }

        workbook.AddFoot();
        workbook.sheet.Finish();
        workbook.Finish(book.Worksheet(ReferenceTemplate.SheetName));
        workbook.AddKeys(book.AddWorksheet(ReferenceTemplate.KeysName));
        book.SaveAs(stream);
    }

    private void AddHead()
    {
        sheet.Banner($"{ReferenceTemplate.SheetName}{(reference.Facts.IsDemo ? "（演示数据）" : "")}", 28, new CellLook { Font = Typefaces.Title, Size = 18 });
        sheet.Banner("在浅黄色格内填数，保存后在“总表”页点“导入模板”；空格不改动系统里的数，灰色列所在各季度均已锁定。请不要删除隐藏的行、列和工作表。", RowHeight, NoteLook);
        AddRow(RowHeight * 2, "单位", column => sheet.Text($"{column.Indicator.Number} {column.Indicator.ShortName}", HeaderLook), HeaderLook);
        AddRow(RowHeight * 2, "", column => sheet.Text($"{column.Name}（{column.Unit}）", HeaderLook), HeaderLook);
        AddRow(RowHeight, $"{reference.Facts.Plan.City.ShortName}目标", column => AddNumber(column.City?.Value, HeaderLook), HeaderLook);
        AddRow(RowHeight, "", column => sheet.Text(ReferenceTemplate.KeyOf(column), NoteLook), NoteLook, ReferenceTemplate.Mark);
    }

    private void AddUnit(ReportingUnit unit) => AddRow(
        RowHeight,
        unit.ShortName,
        column => AddNumber(reference[column.KeyOf(unit.Code)].Value, column.WhySettled is null ? NumberLook with { Ground = FillGround } : NumberLook with { Ground = StateLooks.HeaderGround }),
        NameLook,
        unit.Code);

    private void AddFoot()
    {
        AddRow(RowHeight, "合计", _ => sheet.Blank(NumberLook), NameLook);
        AddRow(RowHeight, $"与{reference.Facts.Plan.City.ShortName}差额", _ => sheet.Blank(NumberLook), NameLook);
    }

    private void AddRow(double height, string name, Action<ReferenceColumn> add, CellLook look, string hidden = "")
    {
        sheet.StartRow(height);
        sheet.Text(hidden, NoteLook);
        sheet.Text(name, look);
        foreach (var column in Columns)
        {
            add(column);
        }
    }

    private void AddNumber(decimal? value, CellLook look)
    {
        if (value is { } number)
        {
            sheet.Number(number, look);
        }
        else
        {
            sheet.Blank(look);
        }
    }

    private void Finish(IXLWorksheet table)
    {
        var last = firstUnitRow + reference.Units.Count - 1;
        foreach (var (index, column) in Columns.Index())
        {
            if (column is { Indicator.IsSum: true })
            {
                var letter = table.Column(NameColumn + 1 + index).ColumnLetter();
                table.Cell(last + 1, NameColumn + 1 + index).FormulaA1 = $"SUM({letter}{firstUnitRow}:{letter}{last})";
                if (column.City is not null)
                {
                    table.Cell(last + 2, NameColumn + 1 + index).FormulaA1 = $"{letter}{KeyRow - 1}-{letter}{last + 1}";
                }
            }
        }

        table.Row(KeyRow).Hide();
        table.Column(CodeColumn).Hide();
    }

    /// <summary>What stood there when it was downloaded, for every cell of the sheet, shown or not.</summary>
    private void AddKeys(IXLWorksheet keys)
    {
        keys.Cell(1, 1).SetValue(ReferenceTemplate.Mark);
        keys.Cell(1, 2).SetValue(reference.Facts.Plan.Key);
        var row = 1;
        foreach (var column in Columns)
        {
            foreach (var unit in reference.Units.Where(unit => reference[column.KeyOf(unit.Code)].Version > 0))
            {
                var cell = reference[column.KeyOf(unit.Code)];
                keys.Cell(++row, 1).SetValue(ReferenceTemplate.KeyOf(unit.Code, column));
                keys.Cell(row, 2).SetValue(cell.Version);
                keys.Cell(row, 3).SetValue(NumberText.Display(cell.Value));
            }
        }

        keys.Visibility = XLWorksheetVisibility.VeryHidden;
    }
}
