using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Review;

/// <summary>奈曼旗 on its way through 2025Q3, with one person at every desk; whoever acts has read before what they act on.</summary>
internal sealed class NaimanOffice(ServiceProvider services)
{
    public const string Naiman = "150525";
    public static readonly ReportKey Report = new(Naiman, new Quarter(2025, 3));

    /// <summary>Led by 市生态环境局.</summary>
    public const int Led = 2;

    /// <summary>What the bureau gives where it decides for a department and nothing else is said.</summary>
    public const string ActingReason = "牵头部门来函委托代为审核。";

    public Caller Clerk { get; private set; } = null!;

    public Caller CountyReviewer { get; private set; } = null!;

    public Caller Bureau { get; private set; } = null!;

    public async Task StaffAsync()
    {
        Clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        CountyReviewer = await TestPeople.AddAsync(services, UserRole.CountyReviewer, Naiman);
        Bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        await Get<PeriodService>().OpenAsync(Bureau, Report.Quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Saves 60 of 200, which needs an explanation, or another numerator.</summary>
    public async Task<SavedValue> SaveAsync(Caller clerk, decimal numerator = 60, int indicator = Led)
    {
        var version = (await EntryAsync(indicator)).Version;
        var inputs = new ReportedInputs { Numerator = numerator, Denominator = 200 };
        return await Get<DraftService>().SaveAsync(
            clerk, new SaveValue(Report.Of(indicator), new Statement { Inputs = inputs, Note = "数据属实。" }, version, Guid.CreateVersion7()) { NoteAnswers = true }, CancellationToken.None);
    }

    /// <summary>A value that needs no explanation.</summary>
    public static ReportedInputs Ordinary(Indicator indicator) => indicator.Kind switch
    {
        MeasureKind.StockRatio when indicator.Unit != "%" => new ReportedInputs { Numerator = 820, Denominator = 100 },
        MeasureKind.StockRatio or MeasureKind.FlowRatio => new ReportedInputs { Numerator = indicator.SoftRange.Upper, Denominator = 100 },
        MeasureKind.WaterLoss => new ReportedInputs { Supplied = 1000, Billed = 900, Correction = 1 },
        MeasureKind.Sum => new ReportedInputs { Amount = 2 },
    };

    /// <summary>Fills in every indicator.</summary>
    public async Task FillAllAsync()
    {
        foreach (var indicator in (await Get<PlanCatalogue>().FirstAsync(CancellationToken.None)).Plan.Indicators)
        {
            await Get<DraftService>().SaveAsync(
                Clerk,
                new SaveValue(Report.Of(indicator.Number), new Statement { Inputs = Ordinary(indicator) }, 0, Guid.CreateVersion7()) { NoteAnswers = true },
                CancellationToken.None);
        }
    }

    public async Task ApplyAsync(Caller caller, ReviewStep action, string? reason = null, params int[] indicators)
    {
        var report = await Get<ReportQueries>().ReportAsync(Clerk, Report, CancellationToken.None);
        await Get<ReviewService>().ApplyAsync(
            caller,
            new ApplyStep(Report, action, indicators.Length == 0 ? [Led] : indicators, reason ?? (caller == Bureau && action == ReviewStep.Approve ? ActingReason : null), report.Entries.ToDictionary(entry => entry.Indicator.Number, entry => entry.Version), Guid.CreateVersion7()),
            CancellationToken.None);
    }

    public async Task<ReportEntry> EntryAsync(int indicator = Led) =>
        (await Get<ReportQueries>().ReportAsync(Clerk, Report, CancellationToken.None)).Entries.Single(e => e.Indicator.Number == indicator);

    /// <summary>Gives a person another office, as the administrator does.</summary>
    public async Task MoveAsync(Caller person, UserRole role)
    {
        var department = role == UserRole.DepartmentReviewer ? "shengtai" : null;
        await using var db = await Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var unit = role.IsCounty() ? (await db.Units.SingleAsync(u => u.Code == Naiman)).Id : (int?)null;
        var plan = department is null ? (int?)null : await db.Plans.MinAsync(p => p.Id);
        await db.Users.Where(user => user.Id == person.UserId).ExecuteUpdateAsync(set => set
            .SetProperty(user => user.Role, role).SetProperty(user => user.UnitId, unit)
            .SetProperty(user => user.DepartmentPlanId, plan).SetProperty(user => user.DepartmentId, department));
    }
}
