using Bunit;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Review;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>A unit's values to read.</summary>
public sealed class ReviewTableTests : IDisposable
{
    private static readonly Quarter Quarter = Quarter.Parse("2025Q3");
    private readonly PortalContext portal = new();

    [Fact]
    public void Data_ValueReported_ShowsWhatWasTypedItsLightAndThatTheRestIsMissing()
    {
        var table = Table();

        Assert.Equal(21, table.FindAll("tbody tr").Count);
        Assert.Contains("47", table.Find("#row-2 .inputs").TextContent, StringComparison.Ordinal);
        Assert.Equal("未填", table.Find("#row-3 [data-label=填报数]").TextContent.Trim());
        Assert.Equal(ValueStatus.CountyReview.Word(), table.Find("#row-2 [data-status-word]").TextContent);
        Assert.Empty(table.FindAll("input, textarea, button"));
    }

    [Fact]
    public void Empty_NothingListed_KeepsTheHead()
    {
        var table = portal.Render<ReviewTable>(with => with.Add(review => review.Report, Report()).Add(review => review.Entries, []));

        Assert.Empty(table.FindAll("tbody tr"));
        Assert.Equal(6, table.FindAll("thead th").Count);
    }

    public void Dispose() => portal.Dispose();

    private IRenderedComponent<ReviewTable> Table() => portal.Render<ReviewTable>(with => with.Add(review => review.Report, Report()));

    /// <summary>Naiman's report with the second and fifth value before the county's reviewer.</summary>
    private static UnitReport Report()
    {
        var known = TestData.Unit(BuiltInPlan.Naiman.Code).Build();
        var entries = BuiltInPlan.Plan.Indicators.Select(indicator =>
        {
            var rating = RatingRules.RateUnit(indicator, Quarter, known);
            return indicator.Number is 2 or 5
                ? new ReportEntry(indicator, new Statement { Inputs = new ReportedInputs { Numerator = 47, Denominator = 100 } }, ValueStatus.CountyReview, 5, null, null, null, known, rating, [])
                : new ReportEntry(indicator, Statement.Empty, ValueStatus.Empty, 0, null, null, null, known, rating, []);
        });
        return new UnitReport(BuiltInPlan.Naiman, BuiltInPlan.Facts.Period(Quarter), [.. entries])
        {
            Reader = new Actor
            {
                UserId = Guid.CreateVersion7(),
                PlanId = 1,
                UserName = "naiman-sh",
                DisplayName = "李四",
                Role = UserRole.CountyReviewer,
                UnitId = BuiltInPlan.Naiman.Id,
                UnitCode = BuiltInPlan.Naiman.Code,
                UnitName = BuiltInPlan.Naiman.ShortName,
                DepartmentId = null,
                DepartmentName = null,
                Address = "",
            },
            Facts = BuiltInPlan.Facts,
        };
    }
}
