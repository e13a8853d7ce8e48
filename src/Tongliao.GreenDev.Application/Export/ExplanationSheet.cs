using ClosedXML.Excel;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>判定说明: a line for every red or amber light with how it was reckoned, what would turn it green and what the unit answers for it, the city's first, then unit by unit.</summary>
internal static class ExplanationSheet
{
    private const double BodySize = 10;
    private const double Padding = 5;

    // No row is higher in a workbook; what is longer is read in the cell.
    private const double HighestRow = 409;

    private static readonly CellLook TitleLook = new() { Font = Typefaces.Title, Size = 20 };
    private static readonly CellLook NoteLook = new() { Size = 9, Across = XLAlignmentHorizontalValues.Left };
    private static readonly CellLook HeaderLook = new() { Font = Typefaces.Heading, Size = BodySize, Edges = Edges.All, Ground = StateLooks.HeaderGround };
    private static readonly CellLook BodyLook = new() { Size = BodySize, Edges = Edges.All };
    private static readonly CellLook TextLook = BodyLook with { Across = XLAlignmentHorizontalValues.Left };

    private static readonly string[] Headers = ["序号", "填报单位", "指标", "判定", "数值", "应达", "差距", "单位", "说明"];
    private static readonly double[] Widths = [5, 11, 21.5, 9, 8, 8, 7.5, 9, 72];

    public static SheetSetup Write(AnnexReport report, IXLWorkbook book, LookBook looks, List<MarkedFact> marked)
    {
        var sheet = new SheetWriter(book, looks, new SheetSetup
        {
            Name = "判定说明",
            Widths = Widths,
            IsLandscape = true,
            HeaderRows = (3, 3),
            FrozenColumns = 3,
            Margins = (12, 12, 15, 15),
        });
        sheet.Banner(report.Head.Title("预警、滞后指标判定说明"), 34, TitleLook);
        sheet.Banner(report.Head.Source, 18, NoteLook);
        sheet.StartRow(24);
        foreach (var header in Headers)
        {
            sheet.Text(header, HeaderLook);
        }

        AddLines(report, sheet);
        return sheet.Finish(marked);
    }

    private static void AddLines(AnnexReport report, SheetWriter sheet)
    {
        var order = new List<ReportingUnit> { report.Plan.City };
        order.AddRange(report.Plan.Units);
        var answers = report.Answers.ToLookup(answer => (answer.UnitCode, answer.IndicatorNumber), answer => answer.Words);
        var byUnit = report.Ratings.Where(rating => rating.Judged.IsBehind()).ToLookup(rating => rating.UnitCode);
        var lines = order.SelectMany(unit => byUnit[unit.Code].OrderBy(rating => rating.Indicator.Number).Select(rating => (unit, rating))).ToList();
        if (lines.Count == 0)
        {
            sheet.Banner("本季度没有判为预警或滞后的指标。", 30, BodyLook);
            return;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var (unit, rating) = lines[i];
            AddLine(sheet, i + 1, unit, rating, report.FactsOf(rating).Select(fact => $"{fact.Label}：{fact.Text}").Concat(answers[(unit.Code, rating.Indicator.Number)]));
        }
    }

    private static void AddLine(SheetWriter sheet, int number, ReportingUnit unit, IndicatorRating rating, IEnumerable<string> besides)
    {
        var indicator = rating.Indicator;
        string[] texts = [unit.ShortName, indicator.Name, rating.Unit, string.Join('\n', besides.Prepend(rating.Explanation))];
        double[] widths = [Widths[1], Widths[2], Widths[7], Widths[8]];
        sheet.StartRow(Math.Min(HighestRow, texts.Zip(widths, (text, width) => TextFit.Height(text, width, BodySize, Padding)).Append(24).Max()));
        var words = FigureFacts.KeyOf(rating, FactWhat.Words);
        sheet.Number(number, BodyLook with { Decimals = 0 }, key: words);
        sheet.Text(texts[0], BodyLook, words);
        sheet.Text(texts[1], TextLook, words);
        sheet.Text(rating.Words.Verdict, BodyLook.For(rating.State), FigureFacts.KeyOf(rating, FactWhat.State));
        var look = BodyLook with { Decimals = SpokenNumbers.Of(rating).Decimals };
        foreach (var (figure, what) in new[] { (rating.Value, FactWhat.Value), (rating.Target?.Expected, FactWhat.Expected), (rating.Shortfall, FactWhat.Gap) })
        {
            AddNumber(sheet, figure, look, FigureFacts.KeyOf(rating, what));
        }

        sheet.Text(texts[2], BodyLook, words);
        sheet.Text(texts[3], TextLook, words);
    }

    /// <summary>Of the city a reader of one unit may not be told the numbers.</summary>
    private static void AddNumber(SheetWriter sheet, Rational? number, CellLook look, string key)
    {
        if (number is { } known)
        {
            sheet.Number(known, look, key: key);
        }
        else
        {
            sheet.Text(FactText.None, BodyLook, key);
        }
    }
}
