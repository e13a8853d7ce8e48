using System.Globalization;
using ClosedXML.Excel;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Export.Ledger;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Export;

/// <summary>A ledger's lights are formulas: reckoned again by a spreadsheet they are what the rules say, also of other numbers than those it was written with.</summary>
public sealed class LedgerFormulaTests
{
    private const int Books = 6;

    private static readonly Plan Plan = PlanFile.LoadBuiltIn();
    private static readonly Quarter Last = new(2025, 4);

    [Fact]
    public async Task Ledger_ReckonedAgainByASpreadsheet_EqualsTheRules_AsWrittenAndWithOtherNumbers()
    {
        var states = new HashSet<RagStatus>();
        var count = 0;
        for (var seed = 1; seed <= Books; seed++)
        {
            var written = Reports.Of(new Random(seed));

            // The last quarter's numbers are others by now; who has nothing to report says so as before.
            var tried = seed % 2 == 0 ? written : written.WithOther(new Random(1000 + seed), Last);
            var book = WorkbookReader.Read("台账.xlsx", await SystemOffice.SaveAgainAsync(Typed(written, tried)), new WorkbookLimits { Rows = 5000, Cells = 2_000_000, FileBytes = 20 << 20, UnfoldedBytes = 200 << 20 });

            foreach (var (unit, indicator, quarter, rating) in tried.All)
            {
                var (sheet, row, columns) = Place(written, book, unit, indicator, quarter);
                var (value, light) = (sheet[row, columns.Value].Text, sheet[row, columns.Light].Text);
                Assert.True(light == rating.State.Word(), $"{seed} {unit.ShortName} {indicator.Number} {quarter}: {light}, not {rating.State.Word()} of {rating.Value} against {rating.Target?.Expected}; {sheet.Name}!{row}");
                AssertSame(rating, value);
                states.Add(rating.State);
                count++;
            }

            AssertShown(written, tried, book);
        }

        Assert.InRange(count, 10_000, int.MaxValue);
        Assert.Equal(Enum.GetValues<RagStatus>().Order(), states.Order());
    }

    private static void AssertSame(IndicatorRating rating, string text)
    {
        if (rating.Value is not { } value)
        {
            Assert.Equal("", text);
            return;
        }

        var (due, reckoned) = ((double)value.Round(10), double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.InRange(Math.Abs(reckoned - due), 0, 1e-8 * Math.Max(1, Math.Abs(due)));
    }

    /// <summary>The sheets that take from those say the same.</summary>
    private static void AssertShown(Reports written, Reports tried, Workbook book)
    {
        var summary = book.Sheets.Single(sheet => sheet.Name == "总览");
        foreach (var (place, unit) in Plan.Regions.All.Index())
        {
            var lights = tried.All.Where(found => found.Unit == unit && found.Quarter == Last).Select(found => found.Rating.State.Word()).ToList();
            Assert.Equal(lights, Enumerable.Range(0, Plan.Indicators.Count).Select(index => summary[6 + (index * 2), 5 + place].Text));
            Assert.Equal(
                lights.Count(word => word == "滞后").ToString(CultureInfo.InvariantCulture), summary[4 + (Plan.Indicators.Count * 2) + 3, 5 + place].Text);
            var own = book.Sheets.Single(sheet => sheet.Name == unit.ShortName);
            Assert.Equal(lights, Enumerable.Range(0, Plan.Indicators.Count).Select(index => own[6 + index, 4 + (Reports.Quarters.Count * 2)].Text));
        }
    }

    /// <summary>The workbook with the numbers of others typed over its own.</summary>
    private static byte[] Typed(Reports written, Reports tried)
    {
        using var stream = new MemoryStream();
        LedgerWorkbook.Write(stream, written.Report);
        if (written == tried)
        {
            return stream.ToArray();
        }

        using var book = new XLWorkbook(stream);
        var layout = written.Layout;
        foreach (var unit in Plan.Units)
        {
            foreach (var indicator in Plan.Indicators)
            {
                var columns = new LedgerColumns(indicator);
                foreach (var field in indicator.Inputs)
                {
                    var cell = book.Worksheet(layout.SheetOf(indicator)).Cell(layout.LastRowOf(indicator, unit), columns.Input(field.Key));
                    cell.Clear(XLClearOptions.Contents);
                    if (tried.CaseOf(unit, indicator).FigureOf(Last)?.Inputs?[field.Key] is { } number)
                    {
                        cell.SetValue(number);
                    }
                }
            }
        }

        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    private static (WorkbookSheet Sheet, int Row, LedgerColumns Columns) Place(Reports written, Workbook book, ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var layout = written.Layout;
        var sheet = book.Sheets.Single(sheet => sheet.Name == layout.SheetOf(indicator));
        return (sheet, layout.FirstRowOf(indicator, unit) + Reports.Quarters.ToList().IndexOf(quarter), new LedgerColumns(indicator));
    }

    /// <summary>What nine units may have reported, at random.</summary>
    private sealed class Reports
    {
        private readonly Dictionary<(string Unit, int Indicator), UnitCase> cases;

        private Reports(Dictionary<(string Unit, int Indicator), UnitCase> cases)
        {
            this.cases = cases;
            All =
            [
                .. from indicator in Plan.Indicators
                   from unit in Plan.Regions.All
                   from quarter in Quarters
                   select (unit, indicator, quarter, RatedCaseOf(unit, indicator).Rate(indicator, quarter)),
            ];
            Report = Reported();
            Layout = new LedgerLayout(Report.Ratings);
        }

        public IReadOnlyList<(ReportingUnit Unit, Indicator Indicator, Quarter Quarter, IndicatorRating Rating)> All { get; }

        public LedgerReport Report { get; }

        public LedgerLayout Layout { get; }

        public static IReadOnlyList<Quarter> Quarters { get; } = [.. Enumerable.Range(0, 8).Select(new Quarter(2024, 1).Plus)];

        public static Reports Of(Random random)
        {
            // Of some indicators everything comes in, or no whole would ever be judged.
            var whole = Plan.Indicators.Where(_ => random.Next(3) > 0).Select(indicator => indicator.Number).ToHashSet();
            return new Reports(Plan.Units
                .SelectMany(unit => Plan.Indicators, (unit, indicator) => (Key: (unit.Code, indicator.Number), Case: CaseOf(random, unit, indicator, whole.Contains(indicator.Number))))
                .ToDictionary(made => made.Key, made => made.Case));
        }

        public UnitCase CaseOf(ReportingUnit unit, Indicator indicator) => cases[(unit.Code, indicator.Number)];

        /// <summary>With other numbers in a quarter, but for those to which the indicator does not apply.</summary>
        public Reports WithOther(Random random, Quarter quarter) => new(cases.ToDictionary(pair => pair.Key, pair =>
        {
            var indicator = Plan.Indicators.Single(indicator => indicator.Number == pair.Key.Indicator);
            return pair.Value.FigureOf(quarter)?.ReasonNotApplicable(indicator) is null && random.Next(4) > 0
                ? pair.Value.With(quarter, new ReportedFigure(Inputs(random, indicator), null, IsApproved: true))
                : pair.Value;
        }));

        private LedgerReport Reported()
        {
            var facts = new PlanFacts(isDemo: true, Plan, Quarters.Select(quarter => ReportingPeriod.NotYetOpened(0, quarter)), TestData.Checks, TestData.Calendar);
            var matrices = Quarters.Select(quarter => new RatingMatrix(
                facts,
                facts.Period(quarter),
                Plan.Regions.All,
                All.Where(found => found.Quarter == quarter).ToDictionary(found => (found.Indicator.Number, found.Unit.Code), found => found.Rating),
                PeriodProgress.Of(facts.Period(quarter), Plan.Units, Plan.Indicators.Count, [], _ => new Deadline(DueOn: null, new DateOnly(2026, 1, 8), at => DateOnly.FromDateTime(at.UtcDateTime))))
            {
                CaseOf = rating => RatedCaseOf(Plan.Regions.All.Single(unit => unit.Code == rating.UnitCode), rating.Indicator),
            });
            return new LedgerReport(
                new ExportHead(Last, "按上报数（含未审核）", null, new DateTimeOffset(2026, 1, 8, 10, 0, 0, TimeSpan.FromHours(8)), IsDemo: true),
                new RatingLedger(facts, Plan.Regions.All, [.. matrices]),
                [],
                new TaskProgressOverview(null!, facts, facts.Period(Last), [], OwnDepartment: null),
                new OfficeClock(TimeProvider.System, TimeZoneInfo.Utc));
        }

        private RatedCase RatedCaseOf(ReportingUnit unit, Indicator indicator) => unit.Reports
            ? RatedCase.OfUnit(CaseOf(unit, indicator))
            : RatedCase.OfAggregate(unit.Code, [.. unit.Reporting.Select(below => CaseOf(below, indicator))], ownTargets: null, indicator.Number % 5 == 0 ? [TestData.Deviation(1, "2024-01-01", "2025-12-31")] : null);

        private static UnitCase CaseOf(Random random, ReportingUnit unit, Indicator indicator, bool isWhole)
        {
            var built = new UnitCaseBuilder(unit.Code, unit.ShortName, unit.IsIn(UnitSet.CentralUrban));
            foreach (var quarter in Quarters)
            {
                if (isWhole || random.Next(8) > 0)
                {
                    built.Reported(quarter.ToString(), FigureOf(random, indicator, isWhole));
                }
            }

            if (indicator.IsSum && (isWhole || random.Next(5) > 0))
            {
                built.Baseline(Two(random, 3));
            }

            if (indicator.IsSum && random.Next(5) > 0)
            {
                built.Target(2024, Two(random, 5) + 1).Target(2025, Two(random, 9) + 5);
            }

            return (random.Next(12) == 0 ? built.Accepted("2024-01-01", "2025-12-31") : built).Build();
        }

        private static ReportedFigure FigureOf(Random random, Indicator indicator, bool isWhole) => random.Next(24) switch
        {
            0 => new ReportedFigure(ReportedInputs.None, "当地没有此项", IsApproved: true),
            1 when indicator.ZeroOverZeroIsNotApplicable => new ReportedFigure(new ReportedInputs { Numerator = 0, Denominator = 0 }, null, IsApproved: true),
            2 when !isWhole => new ReportedFigure(Inputs(random, indicator).With(indicator.Inputs[^1].Key, null), null, IsApproved: false),
            _ => new ReportedFigure(Inputs(random, indicator), null, random.Next(4) > 0),
        };

        private static ReportedInputs Inputs(Random random, Indicator indicator)
        {
            if (indicator.IsSum)
            {
                return new ReportedInputs { Amount = Two(random, 8) };
            }

            var whole = Two(random, 9000) + 1;
            if (indicator.Kind == MeasureKind.WaterLoss)
            {
                return new ReportedInputs { Supplied = whole, Billed = decimal.Round(whole * (0.85m + ((decimal)random.NextDouble() * 0.1m)), 4), Correction = Two(random, 2) };
            }

            // Near the target, so that all lights come up.
            var target = indicator.Targets[0].Value / indicator.Scale;
            var share = Math.Max(0, target + (((decimal)random.NextDouble() - 0.4m) * target * 0.4m));
            return new ReportedInputs { Numerator = decimal.Round(whole * (indicator.IsPercentage ? Math.Min(1, share) : share), 2), Denominator = whole };
        }

        private static decimal Two(Random random, int most) => decimal.Round((decimal)random.NextDouble() * most, 2);
    }
}
