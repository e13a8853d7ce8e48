using System.Globalization;
using ClosedXML.Excel;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>数据来源: a line for every value with what was typed, who entered, submitted and approved it, and by which versions it was judged.</summary>
internal static class ProvenanceSheet
{
    private const double BodySize = 9;
    private const double Padding = 4;

    private static readonly CellLook TitleLook = new() { Font = Typefaces.Title, Size = 20 };
    private static readonly CellLook NoteLook = new() { Size = 9, Across = XLAlignmentHorizontalValues.Left };
    private static readonly CellLook HeaderLook = new() { Font = Typefaces.Heading, Size = 10, Edges = Edges.All, Ground = StateLooks.HeaderGround };
    private static readonly CellLook BodyLook = new() { Size = BodySize, Edges = Edges.All };
    private static readonly CellLook TextLook = BodyLook with { Across = XLAlignmentHorizontalValues.Left };

    private static readonly string[] Headers = ["填报单位", "序号", "指标", "数值", "单位", "填报数", "办理经过", "更正次数", "全年目标及版本", "判定规则版本"];
    private static readonly double[] Widths = [11, 5, 17, 9, 9, 30, 44, 6, 30, 26];

    public static SheetSetup Write(AnnexReport report, IReadOnlyList<ProvenanceLine> lines, IXLWorkbook book, LookBook looks, List<MarkedFact> marked)
    {
        var sheet = new SheetWriter(book, looks, new SheetSetup
        {
            Name = "数据来源",
            Widths = Widths,
            IsLandscape = true,
            HeaderRows = (3, 3),
            FrozenColumns = 3,
            Margins = (10, 10, 14, 14),
        });
        sheet.Banner(report.Head.Title("数据来源"), 34, TitleLook);
        sheet.Banner(report.Head.Source, 18, NoteLook);
        sheet.StartRow(26);
        foreach (var header in Headers)
        {
            sheet.Text(header, HeaderLook);
        }

        foreach (var line in lines)
        {
            AddLine(sheet, line, report.GeneratedAt.Offset);
        }

        return sheet.Finish(marked);
    }

    private static void AddLine(SheetWriter sheet, ProvenanceLine line, TimeSpan offset)
    {
        var indicator = line.Rating.Indicator;
        var typed = line.Figure switch
        {
            null => "未报",
            { NotApplicableReason: { } reason } => $"不适用：{reason}",
            { Inputs: var inputs } => string.Join('\n', indicator.Inputs.Select(field => $"{field.Label}：{NumberText.Display(inputs?[field.Key])}{field.Unit}")),
        };
        var steps = string.Join('\n', line.Steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Word}：{step.Office}，{step.At.ToOffset(offset):yyyy-MM-dd HH:mm}")));
        (string Text, int Column)[] texts = [(indicator.ShortName, 2), (typed, 5), (steps, 6), (line.Target.Words, 8), (line.Rule, 9)];
        sheet.StartRow(texts.Select(text => TextFit.Height(text.Text, Widths[text.Column], BodySize, Padding)).Append(18).Max());
        sheet.Text(line.Unit.ShortName, BodyLook);
        sheet.Number(indicator.Number, BodyLook with { Decimals = 0 });
        sheet.Text(indicator.ShortName, TextLook);
        if (line.Rating.Value is { } value)
        {
            sheet.Number(value, BodyLook with { Decimals = indicator.DisplayDecimals }, key: FigureFacts.KeyOf(line.Rating, FactWhat.Value));
        }
        else
        {
            sheet.Text(FactText.None, BodyLook, FigureFacts.KeyOf(line.Rating, FactWhat.Value));
        }

        sheet.Text(line.Rating.Unit, BodyLook);
        sheet.Text(typed, TextLook);
        sheet.Text(steps, TextLook);
        sheet.Number(line.Corrections, BodyLook with { Decimals = 0 });
        sheet.Text(line.Target.Words, TextLook);
        sheet.Text(line.Rule, TextLook);
    }
}
