using System.Globalization;
using ClosedXML.Excel;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Export;

/// <summary>What a spreadsheet reckons by the formulas of a workbook is what the portal's rules say.</summary>
public sealed class LightFormulaTests
{
    private const int Cases = 10_000;
    private const int ReasonColumn = 5;
    private const int OffsetColumn = 6;
    private const int ExpectedColumn = 7;
    private const int ToleranceColumn = 8;
    private const int ValueColumn = 9;
    private const int LightColumn = 10;

    private static readonly Plan Plan = PlanFile.LoadBuiltIn();

    [Fact]
    public async Task Formulas_ReckonedByASpreadsheet_EqualTheRules_OnRandomAndBorderNumbers()
    {
        var random = new Random(20_251_128);
        var cases = Enumerable.Range(0, Cases).Select(_ => Case.Of(random)).ToList();

        var book = WorkbookReader.Read("试算.xlsx", await SystemOffice.SaveAgainAsync(BookOf(cases)), new WorkbookLimits { Rows = Cases + 1, FileBytes = 20 << 20, UnfoldedBytes = 200 << 20 });

        var sheet = book.Sheets[0];
        var wrong = cases.Index().Where(found => sheet[found.Index + 1, LightColumn].Text != found.Item.Word || !IsValue(sheet[found.Index + 1, ValueColumn], found.Item)).ToList();
        Assert.True(wrong.Count == 0, string.Join(
            Environment.NewLine,
            wrong.Take(20).Select(found => $"{found.Item}: {sheet[found.Index + 1, ValueColumn].Text} {sheet[found.Index + 1, LightColumn].Text}")));

        // All states that a unit can have come up, and lights on either side of a border.
        Assert.Equal(
            [RagStatus.Green, RagStatus.Amber, RagStatus.Red, RagStatus.Accepted, RagStatus.NotReported, RagStatus.NotApplicable, RagStatus.Reference, RagStatus.NoTarget, RagStatus.MissingBaseline, RagStatus.NotDue],
            cases.Select(tried => tried.Rating.State).Distinct().Order());
        Assert.InRange(cases.Count(tried => tried.Rating.Shortfall?.Sign == 0 && tried.Rating.Value == tried.Rating.Target!.Expected), 200, Cases);
    }

    private static bool IsValue(WorkbookCell cell, Case tried) =>
        tried.Rating.Value is not { } value || tried.Figure.UsableInputs(tried.Rating.Indicator) is null
            ? cell.Text.Length == 0
            : double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var reckoned)
                && Math.Abs(reckoned - (double)value.Round(10)) <= 1e-9 * Math.Max(1, Math.Abs((double)value.Round(10)));

    private static byte[] BookOf(List<Case> cases)
    {
        using var book = new XLWorkbook(XLEventTracking.Disabled);
        var sheet = book.AddWorksheet("试算");
        foreach (var (index, tried) in cases.Index())
        {
            var row = index + 1;
            var keys = tried.Rating.Indicator.Inputs.Select(field => field.Key).ToList();
            string CellOf(InputKey key) => string.Create(CultureInfo.InvariantCulture, $"{(char)('B' + keys.IndexOf(key))}{row}");
            foreach (var key in keys)
            {
                if (tried.Figure.Inputs![key] is { } number)
                {
                    sheet.Cell(CellOf(key)).SetValue(number);
                }
            }

            Set(sheet.Cell(row, ReasonColumn), tried.Figure.NotApplicableReason);
            sheet.Cell(row, OffsetColumn).SetValue(tried.Formula.Offset.Round(LightFormula.OffsetDecimals));
            Set(sheet.Cell(row, ExpectedColumn), tried.Formula.Expected);
            Set(sheet.Cell(row, ToleranceColumn), tried.Formula.Tolerance);
            sheet.Cell(row, ValueColumn).FormulaA1 = tried.Formula.Value(CellOf, $"F{row}");
            sheet.Cell(row, LightColumn).FormulaA1 = tried.Formula.Light(CellOf, $"E{row}", $"I{row}", $"G{row}", $"H{row}");
        }

        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    private static void Set(IXLCell cell, string? text)
    {
        if (text is not null)
        {
            cell.SetValue(text);
        }
    }

    private static void Set(IXLCell cell, Rational? number)
    {
        if (number is { } value)
        {
            cell.SetValue(value.Round(10));
        }
    }

    private sealed record Case(IndicatorRating Rating, ReportedFigure Figure, LightFormula Formula)
    {
        public string Word => Rating.State.Word();

        public override string ToString() => $"{Rating.Indicator.Number} {Rating.Quarter} {Figure.Inputs} {Rating.Value} of {Rating.Target?.Expected}: {Word}";

        public static Case Of(Random random)
        {
            var indicator = Plan.Indicators[random.Next(Plan.Indicators.Count)];
            var quarter = new Quarter(2024 + random.Next(2), 1 + random.Next(4));
            var unit = UnitOf(random, indicator);
            var figure = FigureOf(random, indicator, quarter, unit);
            return new Case(RatingRules.RateUnit(indicator, quarter, unit.With(quarter, figure)), figure, LightFormula.Of(indicator, quarter, unit));
        }

        private static UnitCase UnitOf(Random random, Indicator indicator)
        {
            var unit = new UnitCaseBuilder("150502", "科尔沁区", isCentralUrban: random.Next(4) > 0);
            if (random.Next(6) > 0)
            {
                unit = unit.Reported("2024Q4", new ReportedFigure(Inputs(random, indicator), null, true));
            }

            if (random.Next(5) > 0 && indicator.IsSum)
            {
                unit = unit.Baseline(Two(random, 20)).Target(2024, Two(random, 20) + 1).Target(2025, Two(random, 40) + 20);
            }

            return (random.Next(12) == 0 ? unit.Accepted("2024-01-01", "2025-12-31") : unit).Build();
        }

        private static ReportedFigure FigureOf(Random random, Indicator indicator, Quarter quarter, UnitCase unit) => random.Next(20) switch
        {
            0 => new ReportedFigure(ReportedInputs.None, "当地没有此项", false),
            1 => new ReportedFigure(Inputs(random, indicator).With(indicator.Inputs[^1].Key, null), null, false),
            2 when indicator.ZeroOverZeroIsNotApplicable => new ReportedFigure(new ReportedInputs { Numerator = 0, Denominator = 0 }, null, false),
            < 12 => new ReportedFigure(AtBorder(random, indicator, quarter, unit) ?? Inputs(random, indicator), null, false),
            _ => new ReportedFigure(Inputs(random, indicator), null, false),
        };

        /// <summary>Numbers that come to what is due, to the end of the tolerance, or to one unit of the last decimal beside either.</summary>
        private static ReportedInputs? AtBorder(Random random, Indicator indicator, Quarter quarter, UnitCase unit)
        {
            var formula = LightFormula.Of(indicator, quarter, unit);
            if (formula.Expected is not { } expected || indicator.Kind == MeasureKind.WaterLoss)
            {
                return null;
            }

            var goal = (random.Next(2) == 0 ? expected : formula.Comparison == Comparison.AtMost ? expected + formula.Tolerance!.Value : expected - formula.Tolerance!.Value) - formula.Offset;
            if (goal.Sign < 0)
            {
                return null;
            }

            var beside = random.Next(-1, 2) * 0.0001m;
            if (indicator.IsSum)
            {
                return new ReportedInputs { Amount = Math.Max(0, goal.Round(4) + beside) };
            }

            var denominator = 100m * random.Next(1, 5000);
            return new ReportedInputs { Numerator = Math.Max(0, (goal * denominator / indicator.Scale).Round(4) + beside), Denominator = denominator };
        }

        private static ReportedInputs Inputs(Random random, Indicator indicator)
        {
            if (indicator.IsSum)
            {
                return new ReportedInputs { Amount = Two(random, 60) };
            }

            var whole = Two(random, 90_000) + 1;
            return indicator.Kind == MeasureKind.WaterLoss
                ? new ReportedInputs { Supplied = whole, Billed = decimal.Round(whole * (0.8m + ((decimal)random.NextDouble() / 5)), 4), Correction = Two(random, 10) - 5 }
                : new ReportedInputs { Numerator = decimal.Round(whole * (decimal)random.NextDouble() * (indicator.IsPercentage ? 1 : 12), 4), Denominator = whole };
        }

        private static decimal Two(Random random, int most) => decimal.Round((decimal)random.NextDouble() * most, 2);
    }
}
