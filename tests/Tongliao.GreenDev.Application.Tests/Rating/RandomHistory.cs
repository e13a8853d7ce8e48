using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rating;

/// <summary>People of two counties and of the city who do, one after the other, whatever comes; what is refused is refused.</summary>
internal sealed class RandomHistory(ServiceProvider services, FakeTimeProvider time, Random random)
{
    private const string Why = "按来函办理，情况属实。";

    private static readonly string[] Units = ["150502", "150525"];

    private readonly Dictionary<string, (Caller Clerk, Caller Reviewer)> county = [];
    private Caller bureau = null!;
    private Caller colleague = null!;

    /// <summary>The two quarters that are not locked at first.</summary>
    public static IReadOnlyList<Quarter> Quarters { get; } = [new(2025, 3), new(2025, 4)];

    /// <summary>How many acts of each kind were done, and not refused.</summary>
    public Dictionary<string, int> Done { get; } = [];

    public Caller Reader => bureau;

    public async Task StaffAsync()
    {
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        colleague = await TestPeople.AddAsync(services, UserRole.Bureau);
        foreach (var unit in Units)
        {
            county[unit] = (await TestPeople.AddAsync(services, UserRole.Clerk, unit), await TestPeople.AddAsync(services, UserRole.CountyReviewer, unit));
        }

        await Get<PeriodService>().OpenAsync(bureau, Quarters[0], new DateOnly(2026, 2, 10), CancellationToken.None);
    }

    /// <summary>Some time goes by, and somebody does something: what the portal refuses has not happened, and another tries something else.</summary>
    /// <param name="progress">How far the history has come, from 0 to 1: locks come late.</param>
    public async Task ActAsync(double progress)
    {
        while (!await TryAsync(progress))
        {
        }
    }

    private async Task<bool> TryAsync(double progress)
    {
        time.Advance(TimeSpan.FromSeconds(random.Next(1, 900)));
        var (unit, quarter) = (Pick(Units), Pick(Quarters));
        (string Name, Func<Task> Act) chosen = random.Next(100) switch
        {
            < 34 => ("save", () => SaveAsync(unit, quarter)),
            < 50 => ("submit", () => StepAsync(county[unit].Clerk, unit, quarter, ReviewStep.Submit, ValueStatus.Draft)),
            < 62 => ("county approval", () => StepAsync(county[unit].Reviewer, unit, quarter, ReviewStep.Approve, ValueStatus.CountyReview)),
            < 74 => ("approval", () => StepAsync(bureau, unit, quarter, ReviewStep.Approve, ValueStatus.CityReview)),
            < 78 => ("return", () => StepAsync(bureau, unit, quarter, ReviewStep.Return, ValueStatus.CityReview)),
            < 81 => ("withdrawal", () => StepAsync(county[unit].Clerk, unit, quarter, ReviewStep.Withdraw, ValueStatus.CountyReview)),
            < 85 => ("reopening", () => StepAsync(bureau, unit, quarter, ReviewStep.Reopen, ValueStatus.Accepted)),
            < 90 => ("correction", () => CorrectAsync(unit, quarter)),
            < 93 => ("target", () => SetTargetAsync(unit)),
            < 95 => ("baseline", () => SetBaselineAsync(unit)),
            < 96 => ("extension", () => ExtendAsync(unit, quarter)),
            < 97 => ("county review", () => Get<CountyReviewService>().SetAsync(bureau, new SetCountyReview(unit, random.Next(2) == 0, "通住建发〔2026〕3号"), CancellationToken.None)),
            < 99 => ("period", () => MovePeriodAsync(quarter)),
            _ => ("lock", () => LockAsync(progress)),
        };
        try
        {
            await chosen.Act();
            Done[chosen.Name] = Done.GetValueOrDefault(chosen.Name) + 1;
            return true;
        }
        catch (RefusalException)
        {
            return false;
        }
    }

    private async Task SaveAsync(string unit, Quarter quarter)
    {
        var entry = Pick((await ReportAsync(unit, quarter)).Entries.Where(entry => entry.Status.IsWithClerk()));
        await Get<DraftService>().SaveAsync(
            county[unit].Clerk,
            new SaveValue(new ValueKey(unit, quarter, entry.Indicator.Number), new Statement { Inputs = Typed(entry), Note = Why }, entry.Version, Guid.CreateVersion7()) { NoteAnswers = true },
            CancellationToken.None);
    }

    private async Task StepAsync(Caller by, string unit, Quarter quarter, ReviewStep step, ValueStatus from)
    {
        var report = await ReportAsync(unit, quarter);
        var numbers = report.Entries.Where(entry => entry.Status == from || (step == ReviewStep.Submit && entry.Status == ValueStatus.Returned))
            .Select(entry => entry.Indicator.Number).OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
        await Get<ReviewService>().ApplyAsync(
            by,
            new ApplyStep(new ReportKey(unit, quarter), step, numbers, Why, report.Entries.ToDictionary(entry => entry.Indicator.Number, entry => entry.Version), Guid.CreateVersion7()),
            CancellationToken.None);
    }

    private async Task CorrectAsync(string unit, Quarter quarter)
    {
        var entry = Pick((await ReportAsync(unit, quarter)).Entries.Where(entry => entry.Status == ValueStatus.Accepted));
        var id = await Get<CorrectionService>().RequestAsync(
            colleague, new RequestCorrection(new ValueKey(unit, quarter, entry.Indicator.Number), Typed(entry), Why, Why, entry.Version), CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(1));
        await Get<CorrectionService>().DecideAsync(bureau, new DecideCorrection(id, random.Next(4) > 0, Why), CancellationToken.None);
    }

    private async Task SetTargetAsync(string unit) => await Get<TargetService>().SetTargetAsync(
        bureau, new SetUnitTarget(unit, Pick([15, 16, 20]), 2025, random.Next(1, 80), "通住建发〔2026〕2号", new DateOnly(2025, 1, 1)), CancellationToken.None);

    private async Task SetBaselineAsync(string unit) => await Get<TargetService>().SetBaselineAsync(
        bureau, new SetBaseline(unit, Pick([15, 16, 20]), new ReportedInputs { Amount = random.Next(0, 40) }), CancellationToken.None);

    private async Task ExtendAsync(string unit, Quarter quarter) => await Get<ExtensionService>().SetAsync(
        bureau,
        new GrantExtension(quarter, unit, DateOnly.FromDateTime(time.GetUtcNow().Date).AddDays(random.Next(2, 30)), Why, "市住建局分管领导", null),
        CancellationToken.None);

    private async Task MovePeriodAsync(Quarter quarter) => await (random.Next(3) == 0
        ? Get<PeriodService>().CloseAsync(bureau, quarter, CancellationToken.None)
        : Get<PeriodService>().OpenAsync(bureau, quarter, new DateOnly(2026, 2, random.Next(1, 28)), CancellationToken.None));

    private async Task LockAsync(double progress) => await Get<PeriodService>().LockAsync(bureau, progress switch
    {
        < 0.5 => throw RefusalException.Forbidden("Not yet."),
        < 0.9 => Quarters[0],
        _ => Quarters[1],
    }, CancellationToken.None);

    private ReportedInputs Typed(ReportEntry entry) => entry.Indicator.Kind switch
    {
        MeasureKind.WaterLoss => new ReportedInputs { Supplied = 1000, Billed = random.Next(820, 960), Correction = 1 },
        MeasureKind.Sum => new ReportedInputs { Amount = random.Next(0, 60) },
        _ when entry.Statement.Inputs.Denominator is { } denominator and > 0 =>
            new ReportedInputs { Numerator = decimal.Floor(denominator * random.Next(40, 101) / 100), Denominator = denominator },
        _ => new ReportedInputs { Numerator = random.Next(40, 101), Denominator = 100 },
    };

    private Task<UnitReport> ReportAsync(string unit, Quarter quarter) =>
        Get<ReportQueries>().ReportAsync(bureau, new ReportKey(unit, quarter), CancellationToken.None);

    private T Pick<T>(IEnumerable<T> among)
    {
        var all = among.ToList();
        return all.Count > 0 ? all[random.Next(all.Count)] : throw RefusalException.NotFound("Nothing to choose from.");
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
