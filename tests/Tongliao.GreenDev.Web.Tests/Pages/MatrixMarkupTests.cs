using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Dashboard;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class MatrixMarkupTests
{
    private static readonly DashboardView View = new(new Quarter(2025, 3), FigureBasis.Submitted, OnlyBehind: false, Lead: null, Cell: null);

    [Fact]
    public void Rows_RedCell_SaysStateInWordsMarkAndUnroundedValue()
    {
        var rows = MatrixMarkup.Rows(NaimanReports(2, 2181, approved: false), View);

        var cell = CellOf(rows, "2-150525");
        Assert.Contains("class=\"red\"", cell, StringComparison.Ordinal);
        Assert.Contains("data-state=\"Red\"", cell, StringComparison.Ordinal);
        Assert.Contains("<span class=\"sr-only\">奈曼旗 农牧区污水治理率 三季度 21.8% 滞后 暂</span>", cell, StringComparison.Ordinal);
        Assert.Contains("title=\"滞后，未取整 21.81%，暂（未全部审核通过）\"", cell, StringComparison.Ordinal);
        Assert.Contains(">■</span>21.8<sup", cell, StringComparison.Ordinal);
        Assert.Contains("href=\"/dashboard?period=2025Q3&amp;cell=2-150525\"", cell, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_UnitWithoutReport_HasItsOwnMarkAndNoNumber()
    {
        var cell = CellOf(MatrixMarkup.Rows(NaimanReports(2, 2181), View), "2-150502");

        Assert.Contains("data-state=\"NotReported\"", cell, StringComparison.Ordinal);
        Assert.Contains("class=\"grey\"", cell, StringComparison.Ordinal);
        Assert.Contains(">–</span></span>", cell, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_IncompleteCity_SaysHowManyHaveReported()
    {
        var cell = CellOf(MatrixMarkup.Rows(NaimanReports(2, 2181), View), "2-150500");

        Assert.Contains("已报1/9", cell, StringComparison.Ordinal);
        Assert.Contains(">1/9</small>", cell, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_WholePlan_Has21RowsOf10Cells()
    {
        var rows = MatrixMarkup.Rows(BuiltInPlan.Matrix("2025Q3"), View);

        Assert.Equal(21, Count(rows, "<tr>"));
        Assert.Equal(210, Count(rows, "data-cell="));
    }

    [Fact]
    public void Rows_OnlyBehind_KeepsRowsWithARedUnitOrACityShortOfItsTarget()
    {
        var rows = MatrixMarkup.Rows(NaimanReports(2, 2181), View with { OnlyBehind = true });

        Assert.Equal(1, Count(rows, "<tr>"));
        Assert.Contains("/indicators/2?", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_AmberUnitUnderAGreenCity_IsNotBehind()
    {
        // 25 asked for, tolerance 1: 24.5 is amber, and the eight others lift the city over 25.
        var matrix = BuiltInPlan.Matrix("2025Q3", (indicator, unit) => indicator.Number == 2
            ? unit.Ratio("2025Q3", unit.Build().UnitCode == "150525" ? 2450 : 3000, 10000) : unit);

        Assert.Empty(MatrixMarkup.Rows(matrix, View with { OnlyBehind = true }));
    }

    [Fact]
    public void Rows_OneLeadDepartment_KeepsWhatItLeads()
    {
        var rows = MatrixMarkup.Rows(BuiltInPlan.Matrix("2025Q3"), View with { Lead = "shuiwu" });

        Assert.Equal(1, Count(rows, "<tr>"));
        Assert.Contains("/indicators/9?", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_NameWithMarkup_IsEncoded()
    {
        var naiman = BuiltInPlan.Naiman;
        var odd = new ReportingUnit
        {
            Code = naiman.Code, CodeSystem = "", Name = "", ShortName = "\"><script>x", ReportingBody = "", Type = "", Order = 1, IsCentralUrban = false, IsCity = false,
        };

        var rows = MatrixMarkup.Rows(BuiltInPlan.Matrix("2025Q3", units: [odd]), View);

        Assert.DoesNotContain("<script", rows, StringComparison.Ordinal);
        Assert.Contains("&quot;&gt;&lt;script&gt;x", rows, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "≥25%")]
    [InlineData(8, "≤9%")]
    [InlineData(12, "≥+10个百分点")]
    [InlineData(20, "≥100")]
    public void Target_InTheColumn_LeavesTheUnitOfAnAmountToTheName(int number, string expected) =>
        Assert.Equal(expected, MatrixMarkup.Target(BuiltInPlan.Reference.Indicator(number), 2025));

    private static RatingMatrix NaimanReports(int number, decimal tenThousandths, bool approved = true) =>
        BuiltInPlan.Matrix("2025Q3", (indicator, unit) => indicator.Number == number && unit.Build().UnitCode == "150525"
            ? unit.Ratio("2025Q3", tenThousandths, 10000, approved)
            : unit);

    private static string CellOf(string rows, string key)
    {
        var hook = rows.IndexOf($"data-cell=\"{key}\"", StringComparison.Ordinal);
        var start = rows.LastIndexOf("<td", hook, StringComparison.Ordinal);
        return rows[start..rows.IndexOf("</td>", hook, StringComparison.Ordinal)];
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
