using Tongliao.GreenDev.Web.Tests.Account;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Review;

/// <summary>However many values wait, a review takes the same few statements; they are counted on a site of its own.</summary>
public sealed class ReviewStatementsTests(DemoSite site) : IClassFixture<DemoSite>
{
    /// <summary>
    /// Session, quarter and bell of the frame; of the report rights, revision, figures and values; who opened them first. The city's besides:
    /// rights, revision and progress of all units, and rights, revision and figures of what its units weigh.
    /// </summary>
    [Theory]
    [InlineData("kailu-sh", "/review/county?period=2025Q4", 10)]
    [InlineData("zhujian", "/review/150502?period=2025Q4", 15)]
    [InlineData("zhujian", "/review/150525?period=2025Q4", 15)]
    public async Task Review_OfAUnit_TakesFewStatements(string loginName, string address, int atMost)
    {
        using var browser = await site.OpenAsync(loginName);
        using (await browser.VisitAsync(address))
        {
            // What is read once a process and opened once by anybody is read and opened.
        }

        var before = site.Statements;
        using var answer = await browser.VisitAsync(address);

        TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {site.Statements - before}");
        Assert.True(answer.IsSuccessStatusCode);
        Assert.InRange(site.Statements - before, 5, atMost);
    }
}
