using System.Net;
using System.Text.RegularExpressions;
using Tongliao.GreenDev.Web.Components.Pages.Plans;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>责任部门: what each leads and supports, counted and listed.</summary>
[Collection<ReadersOfDemoSite>]
public sealed partial class DepartmentPagesTests(DemoSite site)
{
    [Fact]
    public void Work_OfAllDepartments_IsThePlansWholeOnce()
    {
        var plan = BuiltInPlan.Plan;
        var all = plan.Departments.Select(department => new DepartmentWork(plan, department)).ToList();

        Assert.Equal(plan.Tasks.Select(task => task.Number), all.SelectMany(work => work.LeadTasks).Select(task => task.Number).Order());
        Assert.Equal(plan.Indicators.Select(indicator => indicator.Number), all.SelectMany(work => work.LeadIndicators).Select(indicator => indicator.Number).Order());
        Assert.All(all, work => Assert.Empty(work.LeadTasks.Intersect(work.SupportedTasks)));
        Assert.All(all, work => Assert.Empty(work.LeadIndicators.Intersect(work.SupportedIndicators)));
        Assert.Equal(
            plan.Tasks.Sum(task => task.Departments.Select(entry => entry.DepartmentId).Distinct().Count()),
            all.Sum(work => work.LeadTasks.Count + work.SupportedTasks.Count));
    }

    [Fact]
    public async Task Counts_OfTheTable_LeadToListsOfThatLength()
    {
        var table = await site.PageAsync("lingdao", "/departments");

        var counts = table.QuerySelectorAll("[data-department=shengtai] a.count").Select(link => (int.Parse(link.TextContent, null), link.GetAttribute("href")!)).ToList();

        Assert.Equal(36, table.QuerySelectorAll("[data-department]").Length);
        Assert.Contains(counts, count => count.Item2 == "/departments/shengtai#lead-indicators");
        foreach (var (count, address) in counts)
        {
            var page = await site.PageAsync("lingdao", address);
            Assert.Equal(count, page.QuerySelectorAll($"#{address.Split('#')[1]} :is(li, tbody tr)").Length);
        }
    }

    [Fact]
    public async Task Department_ForWhoReadsValues_HasTheLightsOfWhatItLeads()
    {
        var page = await site.PageAsync("lingdao", "/departments/shengtai");

        Assert.Equal("市生态环境局", Heading().Match(page.QuerySelector("h1")!.TextContent).Value);
        Assert.Single(page.QuerySelectorAll("#lead-indicators .badge"));
        Assert.Empty((await site.PageAsync("shenji", "/departments/shengtai")).QuerySelectorAll(".badge"));
    }

    [Fact]
    public async Task Department_Unknown_IsNotFound()
    {
        using var browser = await site.OpenAsync("lingdao");

        using var answer = await browser.VisitAsync("/departments/nobody");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [GeneratedRegex("^市生态环境局")]
    private static partial Regex Heading();
}
