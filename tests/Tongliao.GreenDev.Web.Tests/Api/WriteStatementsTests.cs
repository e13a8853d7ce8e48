namespace Tongliao.GreenDev.Web.Tests.Api;

/// <summary>How many statements a write takes from the token to the answer, the transaction's begin and end not counted.</summary>
public sealed class WriteStatementsTests(ApiPortal portal) : IClassFixture<ApiPortal>
{
    private static readonly IEnumerable<int> Numbers = Enumerable.Range(3, 19);

    [Fact]
    public async Task Write_TakesFewStatements()
    {
        await portal.OpenAsync(NaimanReport.Period, "2024-10-15");
        foreach (var row in NaimanReport.Rows)
        {
            (await portal.Clerk.PutAsync($"{NaimanReport.Values}/{row.Indicator}", row.Body)).RequireOk();
        }

        // Token, revision of the reference data, rights, lock, value, change with history and audit; the last two rate the answer.
        await TakesAsync(8, () => portal.Clerk.PutAsync($"{NaimanReport.Values}/6", NaimanReport.Ratio(916, 1000, 1)));
        await TakesAsync(5, () => portal.Clerk.PostAsync($"{NaimanReport.Report}/check"));

        // Whatever the number of values. Submitting looks at the quarter before, approving at who typed; one more reads whom to tell, and after an approval by the city one what is left.
        await TakesAsync(7, () => portal.Clerk.PostAsync($"{NaimanReport.Report}/submit"));
        await TakesAsync(7, () => portal.CountyReviewer.PostAsync($"{NaimanReport.Report}/return", """{"indicators":[2],"reason":"请核对分母"}"""));
        await ApprovalTakesAsync(7, portal.CountyReviewer);
        await ApprovalTakesAsync(9, portal.Bureau);
        await TakesAsync(7, () => portal.Bureau.PostAsync($"{NaimanReport.Report}/reopen", """{"indicators":[3],"reason":"请核对分母"}"""));
    }

    [Fact]
    public async Task WriteOfReferenceData_TakesFewStatements_OnceItIsRead()
    {
        await TakesAsync(6, () => portal.Bureau.PutAsync(
            $"/api/v1/targets/{ApiPortal.Naiman}/20/2024", """{"value":6.5,"document":"奈政发〔2024〕1号","effectiveFrom":"2024-02-01"}"""));
        await TakesAsync(6, () => portal.Bureau.PutAsync($"/api/v1/baselines/{ApiPortal.Naiman}/16", """{"inputs":{"amount":3.25}}"""));
        await TakesAsync(9, () => portal.Bureau.PostAsync("/api/v1/periods/2025Q1/open", """{"due":"2025-04-15"}"""));
        await TakesAsync(6, () => portal.Bureau.PostAsync("/api/v1/periods/2025Q1/close"));
    }

    private async Task ApprovalTakesAsync(int atMost, ApiClient reviewer)
    {
        var body = new { indicators = Numbers, reason = "牵头部门来函委托。", versions = await NaimanReport.VersionsAsync(reviewer) };
        await TakesAsync(atMost, () => reviewer.PostAsync($"{NaimanReport.Report}/approve", body));
    }

    private async Task TakesAsync(int atMost, Func<Task<ApiAnswer>> write)
    {
        // Plan, periods, baselines and targets are read anew after each change of them, whoever comes next.
        await portal.Leader.GetAsync("/api/v1/periods");
        var before = portal.Statements;

        (await write()).RequireOk();

        Assert.InRange(portal.Statements - before, 1, atMost);
    }
}
