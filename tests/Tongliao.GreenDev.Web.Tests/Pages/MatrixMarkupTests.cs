using AngleSharp.Dom;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class MatrixMarkupTests
{
    private static readonly DashboardView View = new(new Quarter(2025, 3), FigureBasis.Submitted, OnlyBehind: false, Lead: null, Cell: null);

    [Fact]
    public void Rows_RedCell_SaysStateInWordsMarkAndUnroundedValue()
    {
        var cell = CellOf(NaimanReports(2, 2181, approved: false), "2-150525");

        Assert.Equal(("is-red", "Red"), (cell.ClassName, cell.GetAttribute("data-state")));
        Assert.Equal("滞后，未取整 21.81%，暂（未全部审核通过）", cell.GetAttribute("title"));
        var link = Assert.Single(cell.Children);
        Assert.Equal("/dashboard?period=2025Q3&cell=2-150525", link.GetAttribute("href"));
        Assert.Equal(["■21.8暂"], link.Texts("[aria-hidden=true]"));
        Assert.Equal(["■", "暂"], link.Texts(".mark, sup"));
        Assert.Equal(["奈曼旗 农牧区污水治理率 三季度 21.8% 滞后 暂"], link.Texts(".sr-only"));
    }

    [Fact]
    public void Rows_UnitWithoutReport_HasItsOwnMarkAndNoNumber()
    {
        var cell = CellOf(NaimanReports(2, 2181), "2-150502");

        Assert.Equal(("is-grey", "NotReported"), (cell.ClassName, cell.GetAttribute("data-state")));
        Assert.Equal(["–"], cell.Texts("[aria-hidden=true]"));
    }

    [Fact]
    public void Rows_IncompleteCity_SaysHowManyHaveReported()
    {
        var cell = CellOf(NaimanReports(2, 2181), "2-150500");

        Assert.EndsWith(" 不完整 已报1/9 暂", Assert.Single(cell.Texts(".sr-only")), StringComparison.Ordinal);
        Assert.Equal(["1/9"], cell.Texts("small"));
    }

    [Fact]
    public void Rows_WholePlan_Has21RowsOf10Cells()
    {
        var rows = Rows(BuiltInPlan.Matrix("2025Q3"), View).Children;

        Assert.Equal(21, rows.Length);
        Assert.All(rows, row => Assert.Equal(10, row.QuerySelectorAll("td[data-cell]").Length));
    }

    [Fact]
    public void Rows_OnlyBehind_KeepsRowsWithARedUnitOrACityShortOfItsTarget() =>
        Assert.Equal([2], NumbersIn(Rows(NaimanReports(2, 2181), View with { OnlyBehind = true })));

    [Fact]
    public void Rows_AmberUnitUnderAGreenCity_IsNotBehind()
    {
        // 25 asked for, tolerance 1: 24.5 is amber, and the eight others lift the city over 25.
        var matrix = BuiltInPlan.Matrix("2025Q3", (indicator, unit) => indicator.Number == 2
            ? unit.Ratio("2025Q3", unit.Build().UnitCode == "150525" ? 2450 : 3000, 10000) : unit);

        Assert.Empty(MatrixMarkup.Rows(matrix, ShownUnits.Of(matrix.Units, below: null), View with { OnlyBehind = true }));
    }

    [Fact]
    public void Rows_OneLeadDepartment_KeepsWhatItLeads() =>
        Assert.Equal([9], NumbersIn(Rows(BuiltInPlan.Matrix("2025Q3"), View with { Lead = "shuiwu" })));

    [Fact]
    public void Rows_NameWithMarkup_IsEncoded()
    {
        var naiman = BuiltInPlan.Naiman;
        var odd = new ReportingUnit
        {
            Code = naiman.Code, CodeSystem = "", Name = "", ShortName = "\"><script>x", ReportingBody = "", Type = "", Order = 1, ParentCode = naiman.ParentCode, Sets = [],
        };

        var rows = Rows(BuiltInPlan.Matrix("2025Q3", units: [odd]), View);

        Assert.Empty(rows.QuerySelectorAll("script"));
        Assert.All(rows.Texts("td .sr-only"), text => Assert.StartsWith("\"><script>x ", text, StringComparison.Ordinal));
        Assert.Equal(21, rows.QuerySelectorAll("td .sr-only").Length);
    }

    [Theory]
    [InlineData(2, "≥25%")]
    [InlineData(8, "≤9%")]
    [InlineData(12, "≥+10个百分点")]
    [InlineData(20, "≥100")]
    public void Target_InTheColumn_LeavesTheUnitOfAnAmountToTheName(int number, string expected) =>
        Assert.Equal(expected, MatrixMarkup.Target(BuiltInPlan.Facts.Indicator(number), 2025));

    [Fact]
    public void Cell_LateRepair_IsMarkedAndSaysWhichReleaseMissed()
    {
        var matrix = NaimanReports(5, 9900) with { Repairs = new Dictionary<(int, string), Repair> { [(5, "150525")] = new(ReleaseOf(1), ReleaseOf(2)) } };

        var cell = CellOf(matrix, "5-150525");

        Assert.Equal("补", cell.QuerySelector("sup")!.TextContent);
        Assert.Contains("补齐（曾未达）：第1版为滞后", cell.GetAttribute("title"), StringComparison.Ordinal);
        Assert.EndsWith("补齐（曾未达）", cell.QuerySelector(".sr-only")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("补", CellOf(NaimanReports(5, 9900), "5-150525").TextContent, StringComparison.Ordinal);

        static Release ReleaseOf(int number) => new() { PlanId = 1, Quarter = new Quarter(2025, 3), Number = number, CorrectionId = null, Recorded = Recording.OnTrial };
    }

    private static RatingMatrix NaimanReports(int number, decimal tenThousandths, bool approved = true) =>
        BuiltInPlan.Matrix("2025Q3", (indicator, unit) => indicator.Number == number && unit.Build().UnitCode == "150525"
            ? unit.Ratio("2025Q3", tenThousandths, 10000, approved)
            : unit);

    private static IElement Rows(RatingMatrix matrix, DashboardView view) => Markup.TableBody(MatrixMarkup.Rows(matrix, ShownUnits.Of(matrix.Units, below: null), view));

    private static IElement CellOf(RatingMatrix matrix, string key) => Assert.Single(Rows(matrix, View).QuerySelectorAll($"td[data-cell='{key}']"));

    private static IEnumerable<int> NumbersIn(IElement rows) => rows.Texts("tr > th .no").Select(int.Parse);
}
