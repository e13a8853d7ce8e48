using System.Globalization;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Export.Ledger;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Plans;

/// <summary>A plan of three levels, 12 leagues and 103 counties beside the first one, which stays what it was.</summary>
public sealed class RegionalPlanTests(RegionalPortal portal) : IClassFixture<RegionalPortal>
{
    private const int Share = 1;
    private const int Sum = 5;

    [Fact]
    public async Task Load_BesideTheFirst_IsWhole()
    {
        var plan = (await portal.Get<PlanCatalogue>().FactsAsync(portal.BureauOfRegion, CancellationToken.None)).Plan;

        Assert.True(portal.Loaded.IsNew);
        Assert.Equal((RegionalPlanFile.Leagues, RegionalPlanFile.Counties), (plan.City.Children.Count, plan.Units.Count));
        Assert.Equal((2026, 2030, RegionalPlanFile.Indicators), (plan.FirstYear, plan.LastYear, plan.Indicators.Count));
        Assert.Equal(
            [portal.FirstKey, RegionalPlanFile.Key],
            (await portal.Get<PlanChoiceQueries>().OfAsync(portal.Bureau, CancellationToken.None)).Select(choice => choice.Key));
    }

    [Fact]
    public async Task FirstPlan_AfterTheOtherWasReported_IsCellForCellAsBefore()
    {
        Assert.Equal(portal.MatrixBefore, RegionalPortal.Seen(await portal.MatrixAsync(portal.Bureau, RegionalPortal.Earlier)));
        Assert.Equal(portal.WorkbookBefore, await portal.WorkbookAsync(portal.Bureau, RegionalPortal.Earlier));
    }

    [Fact]
    public async Task Approved_RollsUpLevelByLevel()
    {
        var matrix = await portal.MatrixAsync(portal.BureauOfRegion, RegionalPortal.First);

        Assert.Equal(1 + RegionalPlanFile.Leagues + RegionalPlanFile.Counties, matrix.Units.Count);
        foreach (var unit in matrix.Units.Where(unit => !unit.Reports))
        {
            var counties = RegionalPlanFile.CountyCodes.Where(code => unit.IsRoot || code[..4] == unit.Code[..4]).ToList();
            var typed = counties.ConvertAll(code => RegionalPortal.Typed(code, Share));
            var (share, sum) = (matrix.Ratings[(Share, unit.Code)], matrix.Ratings[(Sum, unit.Code)]);

            Assert.Equal((counties.Count, counties.Count), (share.ReportedUnits, share.CountingUnits));
            Assert.Equal(Shown(100 * typed.Sum(one => one.Numerator) / typed.Sum(one => one.Denominator)), share.Displayed);
            Assert.Equal(Shown(counties.Sum(code => RegionalPortal.Typed(code, Sum).Numerator)), sum.Displayed);
            Assert.Contains(share.State, new[] { RagStatus.Green, RagStatus.Amber, RagStatus.Red });
        }
    }

    [Fact]
    public async Task Matrix_OfAllUnits_TakesThreeStatements()
    {
        await portal.MatrixAsync(portal.BureauOfRegion, RegionalPortal.First);
        await portal.MatrixAsync(portal.Bureau, RegionalPortal.Earlier);
        using var counter = new StatementCounter(portal.Connection);

        Assert.Equal(3, await counter.DuringAsync(() => portal.MatrixAsync(portal.BureauOfRegion, RegionalPortal.First)));
        Assert.Equal(3, await counter.DuringAsync(() => portal.MatrixAsync(portal.Bureau, RegionalPortal.Earlier)));
    }

    [Fact]
    public async Task LeagueTarget_OfASum_IsSetAndRatedBy()
    {
        var league = RegionalPlanFile.LeagueCode(3);
        Assert.Equal(RagStatus.NoTarget, (await portal.MatrixAsync(portal.BureauOfRegion, RegionalPortal.First)).Ratings[(7, league)].State);

        await portal.Get<TargetService>().SetTargetAsync(
            portal.BureauOfRegion, new SetUnitTarget(league, 7, 2026, 20, "示区建发〔2026〕1号", new DateOnly(2026, 1, 1)), CancellationToken.None);

        var rated = (await portal.MatrixAsync(portal.BureauOfRegion, RegionalPortal.First)).Ratings[(7, league)];
        Assert.Equal(RagStatus.Green, rated.State);
    }

    [Fact]
    public async Task Annex_OfTheRegion_HasEveryLevel()
    {
        var cells = await portal.WorkbookAsync(portal.BureauOfRegion, RegionalPortal.First);

        foreach (var name in new[] { "全区", "12盟", "1盟9旗", "12盟8旗" })
        {
            Assert.Contains(cells, cell => cell.Contains(name, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(cells, cell => cell.Contains("奈曼旗", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(UserRole.Clerk, "150525", null, false)]
    [InlineData(UserRole.CountyReviewer, "150525", null, false)]
    [InlineData(UserRole.DepartmentReviewer, null, "shengtai", false)]
    [InlineData(UserRole.Clerk, "770101", null, true)]
    [InlineData(UserRole.CountyReviewer, "770100", null, true)]
    [InlineData(UserRole.DepartmentReviewer, null, "jianshe", true)]
    public async Task PersonOfOnePlan_SeesNothingOfTheOther(UserRole role, string? unit, string? department, bool isOfRegion)
    {
        var (own, other) = isOfRegion ? (RegionalPlanFile.Key, portal.FirstKey) : (portal.FirstKey, RegionalPlanFile.Key);
        var person = await portal.PersonAsync(role, unit, department, own);

        Assert.Equal(own, (await portal.Get<PlanCatalogue>().FactsAsync(person, CancellationToken.None)).Plan.Key);
        Assert.Equal(own, Assert.Single(await portal.Get<PlanChoiceQueries>().OfAsync(person, CancellationToken.None)).Key);
        Assert.Equal(own, (await portal.MatrixAsync(person with { Plan = own }, isOfRegion ? RegionalPortal.First : RegionalPortal.Earlier)).Facts.Plan.Key);
        await RefusedAsync(() => portal.Get<PlanCatalogue>().FactsAsync(person with { Plan = other }, CancellationToken.None));
        await RefusedAsync(() => portal.MatrixAsync(person with { Plan = other }, isOfRegion ? RegionalPortal.Earlier : RegionalPortal.First));
        await RefusedAsync(() => portal.WorkbookAsync(person with { Plan = other }, isOfRegion ? RegionalPortal.Earlier : RegionalPortal.First));
        await RefusedAsync(() => portal.Get<ReportQueries>().ReportAsync(
            person, isOfRegion ? new ReportKey("150525", RegionalPortal.Earlier) : new ReportKey("770101", RegionalPortal.First), CancellationToken.None));
        await RefusedAsync(() => portal.Get<ReportQueries>().ReportAsync(
            person with { Plan = other }, isOfRegion ? new ReportKey("150525", RegionalPortal.Earlier) : new ReportKey("770101", RegionalPortal.First), CancellationToken.None));
    }

    [Theory]
    [InlineData(UserRole.Bureau)]
    [InlineData(UserRole.Leader)]
    public async Task PersonOfNoPlan_IsShownTheFirstAndMayChoose(UserRole role)
    {
        var person = await portal.PersonAsync(role);

        Assert.Equal(portal.FirstKey, (await portal.MatrixAsync(person, RegionalPortal.Earlier)).Facts.Plan.Key);
        Assert.Equal(RegionalPlanFile.Key, (await portal.MatrixAsync(person with { Plan = RegionalPlanFile.Key }, RegionalPortal.First)).Facts.Plan.Key);
        await RefusedAsync(() => portal.MatrixAsync(person with { Plan = "no-such-plan" }, RegionalPortal.First));
    }

    [Fact]
    public async Task Ledger_OfTheRegion_ReckonedAnewByAnOffice_RollsUpLevelByLevel()
    {
        var exported = await portal.Get<LedgerExportService>().ExportAsync(portal.BureauOfRegion, RegionalPortal.First, FigureBasis.Approved, asOf: null, CancellationToken.None);
        var book = WorkbookReader.Read(
            "台账.xlsx",
            await SystemOffice.SaveAgainAsync(exported.Content),
            new WorkbookLimits { Sheets = 200, Cells = 2_000_000, FileBytes = 20 << 20, UnfoldedBytes = 200 << 20 });

        var matrix = await portal.MatrixAsync(portal.BureauOfRegion, RegionalPortal.First);
        Assert.Equal(116 * 10, matrix.Ratings.Count);
        foreach (var ((number, code), rating) in matrix.Ratings)
        {
            var (sheet, columns) = (book.Sheets.Single(sheet => sheet.Name.StartsWith($"{number} ", StringComparison.Ordinal)), new LedgerColumns(rating.Indicator));
            var row = LedgerLayout.HeadRow + 1 + matrix.Units.Select(unit => unit.Code).ToList().IndexOf(code);
            Assert.Equal(matrix.Facts.UnitOrAggregate(code).ShortName, sheet[row, 1].Text);
            Assert.Equal(rating.State.Word(), sheet[row, columns.Light].Text);
            Assert.Equal((double)rating.Value!.Value.Round(10), double.Parse(sheet[row, columns.Value].Text, CultureInfo.InvariantCulture), 1e-8);
        }

        // The whole and its leagues; the counties are on their own sheets.
        var summary = book.Sheets.Single(sheet => sheet.Name == "总览");
        Assert.Equal(13, Enumerable.Range(5, 40).Count(column => summary[4, column].Text.Length > 0));
    }

    [Fact]
    public async Task History_OfAPeriod_IsThatOfItsPlan()
    {
        var history = await portal.Get<PeriodQueries>().HistoryAsync(portal.BureauOfRegion, RegionalPortal.First, CancellationToken.None);

        Assert.Single(history);
        Assert.Empty(await portal.Get<PeriodQueries>().HistoryAsync(portal.Bureau, RegionalPortal.First, CancellationToken.None));
    }

    private static string Shown(decimal value) => decimal.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task RefusedAsync(Func<Task> read) =>
        Assert.Equal(RefusalKind.NotFound, (await Assert.ThrowsAsync<RefusalException>(read)).Kind);
}
