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

/// <summary>A unit's values as a reviewer sees them, with and without something to decide.</summary>
public sealed class ReviewTableTests : IDisposable
{
    private static readonly Quarter Quarter = Quarter.Parse("2025Q3");
    private readonly PortalContext portal = new();

    [Fact]
    public void Data_ValuesWaiting_HaveTicksVersionsAndTheirCount()
    {
        var table = Table(ReviewStep.Approve, ReviewStep.Return);

        Assert.Equal(21, table.FindAll("tbody tr").Count);
        Assert.Equal(2, table.FindAll("input[type=checkbox]").Count);
        Assert.Equal(["5"], table.FindAll("[name='Decision.Versions[2]']").Select(field => field.GetAttribute("value")));
        Assert.Equal("全部通过（2 项）", table.Find("button.btn").TextContent);
        Assert.All(table.FindAll("textarea"), field => Assert.True(field.Closest("label") is not null || field.HasAttribute("aria-label")));
    }

    [Fact]
    public void Data_ValueWaiting_ShowsWhatWasTypedItsLightAndThatTheRestIsMissing()
    {
        var table = Table(ReviewStep.Approve);

        Assert.Contains("47", table.Find("#row-2 .inputs").TextContent, StringComparison.Ordinal);
        Assert.Equal("未填", table.Find("#row-3 [data-label=填报数]").TextContent.Trim());
        Assert.Equal(ValueStatus.CountyReview.Word(), table.Find("#row-2 [data-status-word]").TextContent);
    }

    [Fact]
    public void ReadOnly_NothingToDecide_HasNoFields()
    {
        var table = Table();

        Assert.Empty(table.FindAll("input:not([type=hidden]), textarea, .decide"));
        Assert.Equal(21, table.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Empty_NothingListed_KeepsTheHeadAndOffersNoDecision()
    {
        var table = portal.Render<ReviewTable>(with => with
            .Add(review => review.Report, Report())
            .Add(review => review.Steps, [ReviewStep.Approve])
            .Add(review => review.Shows, _ => false));

        Assert.Empty(table.FindAll("tbody tr, .decide"));
        Assert.Equal(6, table.FindAll("thead th").Count);
    }

    [Fact]
    public async Task Refusal_SentWithoutAButton_IsSaidAboveTheTableAndDecidesNothing()
    {
        var decided = 0;
        var table = portal.Render<ReviewTable>(with => with
            .Add(review => review.Report, Report())
            .Add(review => review.Steps, [ReviewStep.Approve])
            .Add(review => review.OnDecide, _ => Task.FromResult(decided++)));

        await table.Find("form").SubmitAsync();

        Assert.Equal("请使用页面上的按钮提交。", table.Find("[role=alert]").TextContent);
        Assert.Equal(0, decided);
    }

    public void Dispose() => portal.Dispose();

    private IRenderedComponent<ReviewTable> Table(params ReviewStep[] steps) => portal.Render<ReviewTable>(with => with
        .Add(review => review.Report, Report())
        .Add(review => review.Steps, steps));

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
