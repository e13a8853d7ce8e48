using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Components;

/// <summary>城镇污水处理率 of 奈曼旗 (≥95 %), which went the whole way: what is done about such a value begins here.</summary>
internal static class ApprovedValue
{
    public const int Treated = 10;

    public static ReportKey Report(Quarter quarter) => new("150525", quarter);

    /// <summary>Opens the quarter; typed, submitted, approved by county and bureau.</summary>
    /// <param name="portal">Where.</param>
    /// <param name="bureau">Who opens and approves.</param>
    /// <param name="quarter">Of which.</param>
    /// <param name="numerator">Of 100.</param>
    /// <param name="known">The clerk; null for a new one.</param>
    /// <returns>The clerk.</returns>
    public static async Task<Caller> MakeAsync(AccountPortal portal, Caller bureau, Quarter quarter, decimal numerator, Caller? known = null)
    {
        var clerk = known ?? (await portal.UserAsync()).Caller;
        var (county, _) = await portal.UserAsync(UserRole.CountyReviewer);
        await portal.Services.GetRequiredService<PeriodService>().OpenAsync(bureau, quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
        await portal.Services.GetRequiredService<DraftService>().SaveAsync(
            clerk,
            new SaveValue(Report(quarter).Of(Treated), new Statement { Inputs = Inputs(numerator), Note = "数据属实，已核对台账。" }, 0, Guid.CreateVersion7()) { NoteAnswers = true },
            CancellationToken.None);
        foreach (var (person, step) in new[] { (clerk, ReviewStep.Submit), (county, ReviewStep.Approve), (bureau, ReviewStep.Approve) })
        {
            var seen = new Dictionary<int, int> { [Treated] = await VersionAsync(portal, clerk, quarter) };
            await portal.Services.GetRequiredService<ReviewService>().ApplyAsync(
                person, new ApplyStep(Report(quarter), step, [Treated], null, seen, Guid.CreateVersion7()), CancellationToken.None);
        }

        return clerk;
    }

    public static ReportedInputs Inputs(decimal numerator) => new() { Numerator = numerator, Denominator = 100 };

    public static async Task<int> VersionAsync(AccountPortal portal, Caller reader, Quarter quarter) =>
        (await portal.Services.GetRequiredService<ReportQueries>().ReportAsync(reader, Report(quarter), CancellationToken.None)).Entries
            .Single(entry => entry.Indicator.Number == Treated).Version;
}
