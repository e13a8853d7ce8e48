using System.Globalization;
using ClosedXML.Excel;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>
/// A unit's report for one quarter as a workbook to be filled in without a network and imported (填报模板): a row a number, prefilled, with what it comes to,
/// its light and what is wrong with it reckoned by the workbook itself.
/// </summary>
internal sealed class ReportWorkbook
{
    private const int HeadRow = 4;
    private const double BodySize = 10;
    private const double RowHeight = 20;
    private const string FillGround = "FFF9E5";
    private const decimal LargestAmount = 999_999_999_999.9999m;

    private static readonly CellLook HeaderLook = new() { Font = Typefaces.Heading, Size = BodySize, Edges = Edges.All, Ground = StateLooks.HeaderGround };
    private static readonly CellLook TextLook = new() { Size = BodySize, Edges = Edges.All, Across = XLAlignmentHorizontalValues.Left };
    private static readonly CellLook NumberLook = new() { Size = BodySize, Edges = Edges.All, Across = XLAlignmentHorizontalValues.Right, Shrinks = true };
    private static readonly CellLook CentreLook = new() { Size = BodySize, Edges = Edges.All };
    private static readonly CellLook NoteLook = new() { Size = BodySize, Across = XLAlignmentHorizontalValues.Left };
    private static readonly CellLook AdviceLook = TextLook with { Size = 9, Ink = "B3261E" };

    private static readonly string[] Heads = ["序号", "指标", "填报内容", "单位", "本期数", "上季度数", "结果", "", "应达", "预警容差", "往期数", "判定", "核对提示", "备注", "不适用原因"];

    private readonly UnitReport report;
    private readonly IXLWorksheet table;
    private readonly SheetWriter sheet;
    private readonly Dictionary<(int Indicator, InputKey Key), int> rows = [];

    private ReportWorkbook(XLWorkbook book, UnitReport report)
    {
        this.report = report;
        sheet = new SheetWriter(book, new LookBook(), new SheetSetup
        {
            Name = ReportTemplate.SheetName,
            Widths = [4, 5, 22, 34, 10, 12, 11, 10, 3, 9, 9, 10, 10, 24, 20, 20],
            IsLandscape = true,
            HeaderRows = (HeadRow, HeadRow),
            FrozenColumns = ReportTemplate.LabelColumn,
            Margins = (9, 9, 11, 12),
        });
        table = book.Worksheet(ReportTemplate.SheetName);
        var row = HeadRow;
        foreach (var entry in report.Entries)
        {
            foreach (var field in entry.Indicator.Inputs)
            {
                rows[(entry.Indicator.Number, field.Key)] = ++row;
            }
        }
    }

    private Quarter Quarter => report.Period.Quarter;

    public static void Write(Stream stream, UnitReport report)
    {
        using var book = new XLWorkbook(XLEventTracking.Disabled);
        var workbook = new ReportWorkbook(book, report);
        workbook.AddHead();
        foreach (var entry in report.Entries)
        {
            workbook.AddEntry(entry);
        }

        workbook.sheet.Finish();
        workbook.Finish();
        workbook.AddKeys(book.AddWorksheet(ReportTemplate.KeysName));
        book.FullCalculationOnLoad = true;
        book.SaveAs(stream, new SaveOptions { ValidatePackage = false, GenerateCalculationChain = false, EvaluateFormulasBeforeSaving = true });
    }

    private static string At(int row, int column) => XLHelper.GetColumnLetterFromNumber(column) + row.ToString(CultureInfo.InvariantCulture);

    private void AddHead()
    {
        var demo = report.Facts.IsDemo ? "（演示数据）" : "";
        sheet.Banner($"{report.Unit.Name}{Quarter.ChineseName}指标填报表{demo}", 28, new CellLook { Font = Typefaces.Title, Size = 18 });
        sheet.Banner(
            "在浅黄色格内填数，表内自动算出结果和判定；可不联网填写。填好保存后，由填报员在填报页点“导入模板”，核对后写入草稿。空格不改动系统里的数。"
                + "“本期数”中灰色数是与前面某项共用的同一个数，随前面的数变化。请不要删除隐藏的列和工作表。",
            RowHeight * 2,
            NoteLook);
        sheet.Banner("判定以系统为准；达标、预警、滞后按“应达”“预警容差”比较，“往期数”是结果中已含的以前年度数（增幅类为上年末数，取负）。", RowHeight, NoteLook);
        sheet.StartRow(RowHeight * 1.5);
        sheet.Text(ReportTemplate.Mark, NoteLook);
        foreach (var head in Heads)
        {
            sheet.Text(head, HeaderLook);
        }
    }

    private void AddEntry(ReportEntry entry)
    {
        var light = LightFormula.Of(entry.Indicator, Quarter, entry.Case);
        var before = entry.Case.FigureOf(Quarter.Previous)?.Inputs;
        var first = rows[(entry.Indicator.Number, entry.Indicator.Inputs[0].Key)];
        foreach (var field in entry.Indicator.Inputs)
        {
            AddField(entry, field, before, light, first);
        }

        var last = sheet.RowNumber;
        for (var column = ReportTemplate.NumberColumn; column <= ReportTemplate.ReasonColumn; column++)
        {
            if (column is not (ReportTemplate.LabelColumn or ReportTemplate.UnitColumn or ReportTemplate.InputColumn or ReportTemplate.BeforeColumn or ReportTemplate.AdviceColumn))
            {
                sheet.Merge(column, first, column, last);
            }
        }
    }

    private void AddField(ReportEntry entry, InputField field, ReportedInputs? before, LightFormula light, int first)
    {
        var isFirst = field == entry.Indicator.Inputs[0];
        sheet.StartRow(RowHeight * 1.4);
        sheet.Text(ReportTemplate.KeyOf(entry.Indicator, field.Key), NoteLook);
        AddText(isFirst, entry.Indicator.Number.ToString(CultureInfo.InvariantCulture), CentreLook);
        AddText(isFirst, entry.Indicator.ShortName, TextLook);
        sheet.Text(field.Label, TextLook);
        sheet.Text(field.Unit, CentreLook);
        AddInput(entry, field);
        AddNumber(before?[field.Key], NumberLook);
        AddResult(entry, light, isFirst, first);
        sheet.Formula(Advice(entry.Indicator, field), AdviceLook);
        AddText(isFirst, entry.Statement.Note ?? "", TextLook with { Ground = FillGround });
        AddText(isFirst, entry.Statement.NotApplicableReason ?? "", TextLook with { Ground = FillGround });
    }

    private void AddInput(ReportEntry entry, InputField field)
    {
        if (SharedWith(entry.Indicator, field.Key) is { } giver)
        {
            sheet.Formula($"IF({giver}=\"\",\"\",{giver})", NumberLook with { Ground = StateLooks.HeaderGround });
        }
        else
        {
            AddNumber(entry.Statement.Inputs[field.Key], NumberLook with { Ground = FillGround });
        }
    }

    private void AddResult(ReportEntry entry, LightFormula light, bool isFirst, int first)
    {
        if (!isFirst)
        {
            for (var column = ReportTemplate.ValueColumn; column <= ReportTemplate.LightColumn; column++)
            {
                sheet.Blank(CentreLook);
            }

            return;
        }

        string CellOf(InputKey key) => At(rows[(entry.Indicator.Number, key)], ReportTemplate.InputColumn);
        var (value, expected, tolerance) = (At(first, ReportTemplate.ValueColumn), At(first, ReportTemplate.ExpectedColumn), At(first, ReportTemplate.ToleranceColumn));
        sheet.Formula(light.Value(CellOf, At(first, ReportTemplate.OffsetColumn)), NumberLook with { Decimals = entry.Indicator.DisplayDecimals });
        sheet.Text(light.Expected is null ? "" : IndicatorTarget.SignOf(light.Comparison), CentreLook);
        AddNumber(light.Expected, NumberLook);
        AddNumber(light.Tolerance, NumberLook);
        AddOffset(light.Offset);
        sheet.Formula(light.Light(CellOf, At(first, ReportTemplate.ReasonColumn), value, expected, tolerance), CentreLook);
    }

    /// <summary>What the portal would refuse in a number, as soon as it is typed.</summary>
    private string Advice(Indicator indicator, InputField field)
    {
        var cell = At(rows[(indicator.Number, field.Key)], ReportTemplate.InputColumn);
        var range = field.Key == InputKey.Correction ? $"IF(ABS({cell})>10,\"应在−10至10之间\"," : $"IF({cell}<0,\"不能为负数\",IF({cell}>{LargestAmount.ToString(CultureInfo.InvariantCulture)},\"整数部分最多12位\",";
        var digits = field.IsCount ? $"IF(ROUND({cell},0)<>{cell},\"应为整数\"," : $"IF(ROUND({cell},4)<>{cell},\"最多4位小数\",";
        var together = Together(indicator, field.Key, cell);
        var closing = new string(')', (range + digits).Count(c => c == '(') - (range + digits).Count(c => c == ')'));
        return $"IF({cell}=\"\",\"\",IF(NOT(ISNUMBER({cell})),\"请填数字\",{range}{digits}{together}{closing}))";
    }

    private string Together(Indicator indicator, InputKey key, string cell)
    {
        string Other(InputKey other) => At(rows[(indicator.Number, other)], ReportTemplate.InputColumn);
        return key switch
        {
            InputKey.Numerator when indicator.IsPercentage => $"IF(AND(ISNUMBER({Other(InputKey.Denominator)}),{cell}>{Other(InputKey.Denominator)}),\"不能大于分母\",\"\")",
            InputKey.Denominator when !indicator.ZeroOverZeroIsNotApplicable => $"IF({cell}=0,\"不能为0，确无此项的填不适用原因\",\"\")",
            InputKey.Supplied => $"IF({cell}=0,\"不能为0，确无供水的填不适用原因\",\"\")",
            InputKey.Billed => $"IF(AND(ISNUMBER({Other(InputKey.Supplied)}),{cell}>{Other(InputKey.Supplied)}),\"不能大于供水总量\",\"\")",
            _ => "\"\"",
        };
    }

    /// <summary>The cell in which a shared number (共用数) is typed; null where it is this one.</summary>
    private string? SharedWith(Indicator indicator, InputKey key)
    {
        var fact = report.Facts.Plan.FactsOf(indicator.Number).FirstOrDefault(fact => fact.KeyOf(indicator.Number) == key);
        return fact is null || fact.Uses[0].IndicatorNumber == indicator.Number ? null : At(rows[(fact.Uses[0].IndicatorNumber, fact.Uses[0].Key)], ReportTemplate.InputColumn);
    }

    private void AddText(bool isFirst, string text, CellLook look)
    {
        if (isFirst)
        {
            sheet.Text(text, look);
        }
        else
        {
            sheet.Blank(look);
        }
    }

    private void AddNumber(Rational? value, CellLook look)
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

    private void AddOffset(Rational offset)
    {
        if (offset.Sign == 0)
        {
            sheet.Blank(NumberLook);
        }
        else
        {
            sheet.Number(offset, NumberLook, LightFormula.OffsetDecimals);
        }
    }

    private void AddNumber(decimal? value, CellLook look) => AddNumber(value is { } number ? (Rational)number : (Rational?)null, look);

    private void Finish()
    {
        var last = sheet.RowNumber;
        foreach (var entry in report.Entries)
        {
            foreach (var field in entry.Indicator.Inputs)
            {
                Open(table.Cell(rows[(entry.Indicator.Number, field.Key)], ReportTemplate.InputColumn), field);
            }
        }

        table.Range(HeadRow + 1, ReportTemplate.NoteColumn, last, ReportTemplate.ReasonColumn).Style.Protection.SetLocked(false);
        ColourLights(table.Range(HeadRow + 1, ReportTemplate.LightColumn, last, ReportTemplate.LightColumn));
        table.Column(ReportTemplate.KeyColumn).Hide();
        table.Protect().AllowElement(XLSheetProtectionElements.FormatColumns | XLSheetProtectionElements.FormatRows);
    }

    private static void Open(IXLCell cell, InputField field)
    {
        cell.Style.Protection.SetLocked(false);
        var rule = cell.SetDataValidation();
        if (field.Key == InputKey.Correction)
        {
            rule.Decimal.Between(-10, 10);
        }
        else if (field.IsCount)
        {
            rule.WholeNumber.Between(0, int.MaxValue);
        }
        else
        {
            rule.Decimal.Between(0, (double)LargestAmount);
        }

        rule.ErrorStyle = XLErrorStyle.Stop;
        rule.ErrorTitle = "不是可填的数";
        rule.ErrorMessage = field.Key == InputKey.Correction ? "请填−10至10之间的数。" : field.IsCount ? $"请填整数（单位：{field.Unit}），不能为负。" : $"请填数字（单位：{field.Unit}），不能为负，整数最多12位、小数最多4位。";
        rule.InputTitle = field.Label.Length <= 32 ? field.Label : field.Label[..32];
        rule.InputMessage = field.Hint.Length <= 250 ? field.Hint : field.Hint[..250];
    }

    private static void ColourLights(IXLRange lights)
    {
        foreach (var state in new[] { RagStatus.Green, RagStatus.Amber, RagStatus.Red, RagStatus.Accepted, RagStatus.NotReported })
        {
            var look = new CellLook().For(state);
            var format = lights.AddConditionalFormat().WhenEquals($"\"{state.Word()}\"");
            format.Font.FontColor = XLColor.FromHtml("#" + look.Ink);
            format.Fill.BackgroundColor = XLColor.FromHtml("#" + look.Ground!);
        }
    }

    private void AddKeys(IXLWorksheet keys)
    {
        keys.Cell(1, 1).SetValue(ReportTemplate.Mark);
        keys.Cell(2, 1).SetValue(report.Facts.Plan.Key);
        keys.Cell(3, 1).SetValue(report.Unit.Code);
        keys.Cell(4, 1).SetValue(Quarter.ToString());
        var row = ReportTemplate.FirstKeyRow;
        foreach (var entry in report.Entries)
        {
            var texts = entry.Indicator.Inputs
                .Select(field => (ReportTemplate.KeyOf(entry.Indicator, field.Key), NumberText.Display(entry.Statement.Inputs[field.Key])))
                .Append((ReportTemplate.NoteKeyOf(entry.Indicator), entry.Statement.Note ?? ""))
                .Append((ReportTemplate.ReasonKeyOf(entry.Indicator), entry.Statement.NotApplicableReason ?? ""));
            foreach (var (key, text) in texts)
            {
                keys.Cell(row, 1).SetValue(key);
                keys.Cell(row, 2).SetValue(entry.Version);
                keys.Cell(row++, 3).SetValue(CellText.Clean(text));
            }
        }

        keys.Visibility = XLWorksheetVisibility.VeryHidden;
    }
}
